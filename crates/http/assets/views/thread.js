// One conversation: reading it, and answering.

import { avatar, fresh, h, icon, replace } from "../core/dom.js";
import { draft, keepDraft } from "../core/drafts.js";
import { announce, busy, failure, nothing, skeleton } from "../core/ui.js";
import { SignedOut } from "../core/session.js";
import { clock, day, t } from "../core/words.js";

const PAGE = 30;
const FRESH_MS = 5_000;
/** Most characters of a message, as the API counts them. */
const MOST = 5_000;
/** From here on it is said how many are left. */
const NEARLY = 4_800;

/** The conversation with a peer; `changed` is called when something was sent or read. */
export function thread(app, peer, changed) {
  const name = h("h1", { "data-focus": "" }, t("user", { id: peer }));
  const about = h("p", { class: "small" });
  const log = h("div", { class: "log", role: "log", tabindex: "0", "aria-label": t("thread.log", { name: "…" }) });
  const earlier = h("button", { type: "button", class: "plain small", hidden: true, onclick: () => busy(earlier, older) });
  replace(earlier, t("thread.earlier"));
  const face = h("span", { class: "face" });
  const writing = composer(app, peer, (message) => {
    add([message]);
    changed();
  });
  let shown = [];
  let timer = 0;

  function call(person) {
    replace(name, person.name);
    replace(face, avatar(person.name, peer));
    replace(about, [person.major, person.year && t("peers.year", { year: person.year }), person.job_title].filter(Boolean).join(" · "));
    log.setAttribute("aria-label", t("thread.log", { name: person.name }));
    writing.call(person.name);
  }

  /** Somebody who hides has no profile any more, but the conversation still has their name. */
  async function whoIs() {
    const nameless = t("user", { id: peer });
    const profile = await app.api.get(`/profiles/${peer}`).catch(() => null);
    if (profile) return call({ ...profile, name: profile.name?.trim() || nameless });
    const list = await app.api.get("/messages/conversations?limit=100").catch(() => []);
    call({ name: list.find((one) => String(one.peer_id) === peer)?.peer_name ?? nameless });
  }

  async function open() {
    replace(log, skeleton(2, "line"));
    try {
      const [page] = await Promise.all([app.api.get(`/messages/conversation/${peer}?limit=${PAGE}`), whoIs()]);
      shown = page.reverse();
      earlier.hidden = shown.length < PAGE;
      paint();
      log.scrollTop = log.scrollHeight;
      await markRead();
      timer = setInterval(() => document.visibilityState === "visible" && refresh().catch(() => {}), FRESH_MS);
    } catch (error) {
      if (!(error instanceof SignedOut)) replace(log, failure(error, open));
    }
  }

  async function refresh() {
    const page = await app.api.get(`/messages/conversation/${peer}?limit=${PAGE}`);
    const newest = shown.at(-1)?.message_id ?? 0;
    const news = page.filter((message) => message.message_id > newest).reverse();
    if (news.length === 0) return;
    add(news);
    await markRead();
  }

  async function older() {
    const page = await app.api.get(`/messages/conversation/${peer}?limit=${PAGE}&after=${shown[0].message_id}`);
    const height = log.scrollHeight;
    shown = [...page.reverse(), ...shown];
    earlier.hidden = page.length < PAGE;
    paint();
    // What was being read stays where it was.
    log.scrollTop += log.scrollHeight - height;
  }

  async function markRead() {
    const last = shown.findLast((message) => String(message.sender_id) === peer);
    if (!last) return;
    await app.api.put(`/messages/conversation/${peer}/read`, { last_read_message_id: last.message_id });
    changed();
  }

  function add(messages) {
    const known = new Set(shown.map((message) => message.message_id));
    const before = shown.at(-1);
    const news = messages.filter((message) => !known.has(message.message_id));
    shown = [...shown, ...news];
    // Only what is new enters the log, so that only this is read out.
    if (before) log.append(...bubbles(news, before));
    else paint();
    log.scrollTop = log.scrollHeight;
  }

  function paint() {
    if (shown.length > 0) return replace(log, earlier, bubbles(shown, null));
    const title = t("thread.start", { name: name.textContent });
    return replace(log, nothing({ picture: "messages", title, text: t("thread.start.text") }));
  }

  function bubbles(messages, before) {
    const elements = [];
    let last = before?.timestamp ? day(before.timestamp) : "";
    for (const message of messages) {
      const today = message.timestamp ? day(message.timestamp) : last;
      if (today !== last) elements.push(h("p", { class: "day" }, today));
      last = today;
      const mine = String(message.sender_id) !== peer;
      elements.push(
        h(
          "div",
          { class: mine ? "message mine" : "message" },
          h("span", { class: "unseen" }, `${mine ? t("thread.you") : name.textContent}: `),
          h("p", {}, message.body),
          message.timestamp && h("time", { datetime: message.timestamp }, clock(message.timestamp)),
        ),
      );
    }
    return elements;
  }

  open();
  return {
    title: t("messages.title"),
    element: h(
      "section",
      { class: "thread", "aria-labelledby": (name.id = fresh("with")) },
      h(
        "header",
        {},
        h("a", { class: "button quiet back", href: "#/messages", "aria-label": t("messages.back") }, icon("back")),
        face,
        h("div", {}, name, about),
      ),
      log,
      writing.element,
    ),
    leave: () => clearInterval(timer),
  };
}

/** Where a message is written. What was typed survives all but sending it. */
function composer(app, peer, sent) {
  const [id, note, problem] = [fresh("message"), fresh("note"), h("p", { class: "problem", role: "alert" })];
  const label = h("label", { class: "unseen", for: id });
  const text = h("textarea", { id, rows: 1, value: draft(`message.${peer}`) ?? "", "aria-describedby": note });
  const left = h("p", { class: "small", role: "status" });
  const send = h("button", { class: "primary", type: "submit" }, icon("send"), h("span", {}, t("thread.send")));

  function typed() {
    keepDraft(`message.${peer}`, text.value);
    replace(problem);
    const count = MOST - [...text.value].length;
    replace(left, count <= MOST - NEARLY && t("thread.left", { count }));
    grow();
  }

  function grow() {
    text.style.setProperty("block-size", "auto");
    text.style.setProperty("block-size", `${text.scrollHeight + 2}px`);
  }

  async function submit(event) {
    event?.preventDefault();
    if (text.value.trim() === "") {
      replace(problem, t("thread.empty"));
      return text.focus();
    }
    await busy(
      send,
      async () => {
        const message = await app.api.post("/messages", { recipient_id: peer, body: text.value });
        text.value = "";
        typed();
        text.focus();
        announce(t("thread.sent"));
        sent(message);
      },
      problem,
    );
  }

  text.addEventListener("input", typed);
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
  });
  requestAnimationFrame(grow);
  return {
    call(name) {
      replace(label, t("thread.label", { name }));
      text.setAttribute("placeholder", t("thread.label", { name }));
    },
    element: h(
      "form",
      { class: "composer", onsubmit: submit, novalidate: true },
      problem,
      label,
      h("div", { class: "write" }, text, send),
      h("div", { class: "below" }, left, h("p", { class: "small hint", id: note }, t("thread.hint"))),
    ),
  };
}
