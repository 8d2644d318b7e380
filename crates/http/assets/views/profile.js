// Your profile: what peers see, what you are compared by, and the rest that is yours.

import { fresh, h, icon, replace } from "../core/dom.js";
import { draft, keepDraft } from "../core/drafts.js";
import { Refused } from "../core/api.js";
import { announce, busy, explain, load, skeleton, toast } from "../core/ui.js";
import { t } from "../core/words.js";

/** Fields by group. `seen` ones are shown to peers; `long` ones have several lines. */
const GROUPS = [
  ["you", [{ name: "name", seen: true, complete: "name" }, { name: "age", number: "1", most: 150 }, { name: "sex" }, { name: "country", complete: "country-name" }, { name: "state_province", complete: "address-level1" }]],
  ["study", [{ name: "major", seen: true }, { name: "year", number: "1", seen: true }, { name: "education_level" }, { name: "gpa", number: "any" }, { name: "learning_style" }]],
  ["work", [{ name: "job_title", seen: true, complete: "organization-title" }, { name: "industry", seen: true }, { name: "years_experience", number: "1" }, { name: "career_goals", long: true }]],
  ["likes", [{ name: "hobbies", seen: true }, { name: "interests", seen: true }, { name: "unique_quality", long: true }, { name: "story", long: true }, { name: "favorite_movie" }, { name: "favorite_book" }, { name: "favorite_celebrities" }]],
];
const DRAFT = "profile";

/** The two parts of the profile. */
export function tabs(current) {
  const tab = (address, key) =>
    h("li", {}, h("a", { href: address, "aria-current": address === current ? "page" : null }, t(key)));
  return h(
    "nav",
    { class: "tabs", "aria-label": t("profile.tabs") },
    h("ul", {}, tab("#/profile", "profile.tab"), tab("#/profile/ratings", "profile.tab.skills")),
  );
}

export function profile(app) {
  const title = t("profile.title");
  const place = h("div", {});
  load(place, () => skeleton(2, "form"), () => app.api.get("/profiles/me"), (stored) => form(app, stored));
  return {
    title,
    element: [
      h("div", { class: "head" }, h("h1", {}, title), h("p", { class: "lead" }, t("profile.lead"))),
      tabs("#/profile"),
      place,
    ],
  };
}

function form(app, stored) {
  const fields = new Map();
  const state = h("p", { class: "state", role: "status" });
  const problem = h("p", { class: "problem", role: "alert" });
  const kept = draft(DRAFT) ?? {};
  const skills = chips(kept.skills ?? stored.skills ?? [], changed);
  const save = h("button", { type: "submit", class: "primary" }, t("save"));
  const discard = h("button", { type: "button", class: "quiet", onclick: undo }, t("profile.discard"));

  /** What differs from what is stored, as the API wants it. */
  function changes() {
    const patch = {};
    for (const [name, { read }] of fields) {
      const value = read();
      if (value !== (stored[name] ?? null)) patch[name] = value;
    }
    const now = skills.read();
    if (JSON.stringify(now) !== JSON.stringify(stored.skills ?? [])) patch.skills = now;
    return patch;
  }

  function changed() {
    const patch = changes();
    const count = Object.keys(patch).length;
    keepDraft(DRAFT, count === 0 ? null : patch);
    const text = t(count === 0 ? "profile.all_saved" : "profile.unsaved");
    if (state.textContent !== text) replace(state, text);
    bar.classList.toggle("unsaved", count > 0);
    discard.hidden = count === 0;
  }

  function undo() {
    keepDraft(DRAFT, null);
    const anew = form(app, stored);
    element.replaceWith(anew);
    anew.querySelector("input").focus();
  }

  async function submit(event) {
    event.preventDefault();
    for (const { complain } of fields.values()) complain(null);
    const wrong = [...fields.values()].find(({ input }) => !input.validity.valid);
    if (wrong) return wrong.complain(t("field.number"));
    const patch = changes();
    if (Object.keys(patch).length === 0) return announce(t("profile.all_saved"));
    await busy(
      save,
      async () => {
        try {
          await app.api.put("/profiles/update", patch);
        } catch (error) {
          const field = error instanceof Refused && fields.get(/^`([^`]+)`/u.exec(error.message)?.[1]);
          if (!field) throw error;
          return field.complain(explain(error));
        }
        stored = { ...stored, ...patch };
        changed();
        toast(t("profile.done"), { label: t("profile.see"), run: () => location.assign("#/peers") });
        if (patch.name) app.renamed(patch.name);
      },
      problem,
    );
  }

  const group = ([key, list]) =>
    h(
      "fieldset",
      {},
      h("legend", {}, t(`profile.group.${key}`)),
      h("div", { class: "grid" }, list.map((spec) => {
        const made = field(spec, spec.name in kept ? kept[spec.name] : stored[spec.name], changed);
        fields.set(spec.name, made);
        return made.element;
      })),
    );
  const bar = h("div", { class: "savebar" }, state, problem, h("div", { class: "actions" }, discard, save));
  const element = h(
    "form",
    { class: "profile", onsubmit: submit, novalidate: true },
    Object.keys(kept).length > 0 && h("p", { class: "note" }, t("profile.restored")),
    h("p", { class: "legend small" }, icon("eye"), t("profile.seen.note")),
    h("fieldset", {}, h("legend", {}, t("profile.group.skills")), skills.element),
    GROUPS.map(group),
    bar,
  );
  changed();
  return element;
}

function field(spec, value, changed) {
  const [id, note] = [fresh(spec.name), fresh("note")];
  const problem = h("p", { class: "problem", id: note });
  const shared = { id, name: spec.name, oninput: changed, autocomplete: spec.complete ?? "off", value: value ?? "" };
  const input = spec.long
    ? h("textarea", { ...shared, rows: 3 })
    : h("input", {
        ...shared,
        type: spec.number ? "number" : "text",
        step: spec.number,
        min: spec.number && 0,
        max: spec.most,
        inputmode: spec.number && (spec.number === "any" ? "decimal" : "numeric"),
      });
  input.setAttribute("aria-describedby", note);
  const label = h(
    "label",
    { for: id },
    t(`field.${spec.name}`),
    spec.seen && h("span", { class: "seen", title: t("profile.seen") }, icon("eye"), h("span", { class: "unseen" }, t("profile.seen"))),
  );
  return {
    input,
    element: h("div", { class: spec.long ? "field long" : "field" }, label, input, problem),
    /** The value as the API wants it; nothing is null. */
    read() {
      const text = input.value.trim();
      if (text === "") return null;
      return spec.number ? Number(text) : input.value;
    },
    complain(text) {
      replace(problem, text);
      if (text) {
        input.setAttribute("aria-invalid", "true");
        input.focus();
      } else input.removeAttribute("aria-invalid");
    },
  };
}

/** A list of words that grows by Enter and shrinks by a button each. */
function chips(words, changed) {
  let current = [...words];
  const [id, note] = [fresh("skill"), fresh("note")];
  const list = h("ul", { class: "chips" });
  const input = h("input", { id, type: "text", autocomplete: "off", "aria-describedby": note, maxlength: 100 });

  function add() {
    const word = input.value.trim();
    if (word === "") return;
    input.value = "";
    if (current.some((other) => other.toLowerCase() === word.toLowerCase())) return;
    current = [...current, word];
    paint();
    changed();
    announce(t("skills.added", { skill: word }));
  }

  function remove(word) {
    const at = current.indexOf(word);
    current = current.filter((other) => other !== word);
    paint();
    changed();
    announce(t("skills.removed", { skill: word }));
    (list.querySelectorAll("button")[Math.min(at, current.length - 1)] ?? input).focus();
  }

  function paint() {
    const chip = (word) =>
      h(
        "li",
        {},
        h("span", {}, word),
        h("button", { type: "button", "aria-label": t("skills.remove", { skill: word }), onclick: () => remove(word) }, icon("close")),
      );
    replace(list, current.length > 0 ? current.map(chip) : h("li", { class: "empty small" }, t("skills.none")));
  }

  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== ",") return;
    event.preventDefault();
    add();
  });
  // What stands in the line when somebody saves was meant.
  input.addEventListener("blur", add);
  paint();
  return {
    read: () => current,
    element: h(
      "div",
      { class: "field" },
      list,
      h("label", { for: id }, t("field.skills")),
      h("div", { class: "write" }, input, h("button", { type: "button", class: "plain", onclick: add }, t("skills.add"))),
      h("p", { class: "small", id: note }, t("field.skills.hint")),
    ),
  };
}
