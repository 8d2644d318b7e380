// How you rate yourself in thirteen skills.

import { fresh, h, replace } from "../core/dom.js";
import { draft, keepDraft } from "../core/drafts.js";
import { busy, load, skeleton, toast } from "../core/ui.js";
import { number, t } from "../core/words.js";
import { tabs } from "./profile.js";

const RATINGS = [
  "creativity",
  "leadership",
  "digital_literacy",
  "critical_thinking",
  "problem_solving",
  "analytical_thinking",
  "attention_to_detail",
  "collaboration",
  "adaptability",
  "independence",
  "evaluation",
  "decision_making",
  "stress_tolerance",
];
const DRAFT = "ratings";

export function skills(app) {
  const title = t("ratings.title");
  const place = h("div", {});
  load(place, () => skeleton(2, "form"), () => app.api.get("/space/skills"), (stored) => form(app, stored));
  return {
    title,
    element: [
      h("div", { class: "head" }, h("h1", {}, title), h("p", { class: "lead" }, t("ratings.lead"))),
      tabs("#/profile/ratings"),
      place,
    ],
  };
}

function form(app, stored) {
  const patch = { ...draft(DRAFT) };
  const problem = h("p", { class: "problem", role: "alert" });
  const state = h("p", { class: "state", role: "status" });
  const save = h("button", { type: "submit", class: "primary" }, t("save"));

  function changed(name, value) {
    if (value === (stored[name] ?? null)) delete patch[name];
    else patch[name] = value;
    paint();
  }

  function paint() {
    const count = Object.keys(patch).length;
    keepDraft(DRAFT, count === 0 ? null : patch);
    const text = t(count === 0 ? "profile.all_saved" : "profile.unsaved");
    if (state.textContent !== text) replace(state, text);
    bar.classList.toggle("unsaved", count > 0);
  }

  async function submit(event) {
    event.preventDefault();
    if (Object.keys(patch).length === 0) return;
    await busy(
      save,
      async () => {
        stored = await app.api.put("/space/skills", patch);
        for (const name of Object.keys(patch)) delete patch[name];
        paint();
        toast(t("ratings.done"));
      },
      problem,
    );
  }

  const bar = h("div", { class: "savebar" }, state, problem, h("div", { class: "actions" }, save));
  const rows = RATINGS.map((name) => row(name, name in patch ? patch[name] : (stored[name] ?? null), changed));
  const element = h("form", { class: "ratings", onsubmit: submit }, h("div", { class: "panel" }, rows), bar);
  paint();
  return element;
}

function row(name, value, changed) {
  const id = fresh(name);
  const what = t(`rating.${name}`);
  const shown = h("output", { for: id });
  const slider = h("input", { id, type: "range", min: 0, max: 5, step: 0.5, oninput: () => set(Number(slider.value)) });
  const clear = h(
    "button",
    {
      type: "button",
      class: "quiet small",
      "aria-label": t("ratings.clear_what", { what }),
      onclick: () => {
        set(null);
        slider.focus();
      },
    },
    t("ratings.clear"),
  );
  const element = h("div", { class: "rating" }, h("label", { for: id }, what), shown, slider, clear);

  function paint(now) {
    const text = now === null ? t("ratings.none") : t("ratings.value", { value: number(now) });
    replace(shown, text);
    slider.setAttribute("aria-valuetext", text);
    element.classList.toggle("unrated", now === null);
    clear.classList.toggle("gone", now === null);
    if (now === null) slider.value = 0;
  }

  function set(now) {
    paint(now);
    changed(name, now);
  }

  if (value !== null) slider.value = value;
  paint(value);
  return element;
}
