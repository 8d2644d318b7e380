// Messages: the conversations, and the one that is open beside them.

import { avatar, h, replace } from "../core/dom.js";
import { failure, nothing, skeleton } from "../core/ui.js";
import { SignedOut } from "../core/session.js";
import { moment, t } from "../core/words.js";
import { thread } from "./thread.js";

const PAGE = 50;
const FRESH_MS = 10_000;

export function messages(app, peer = null) {
  const items = h("div", { class: "conversations" }, skeleton(4, "line"));
  let known = [];
  let timer = 0;

  async function refresh(first = false) {
    try {
      const latest = await app.api.get(`/messages/conversations?limit=${PAGE}`);
      // Older ones that were asked for stay; the latest page says what is new.
      const ids = new Set(latest.map((one) => one.peer_id));
      known = [...latest, ...known.filter((one) => !ids.has(one.peer_id) && latest.length === PAGE)];
      paint();
    } catch (error) {
      if (first && !(error instanceof SignedOut)) replace(items, failure(error, () => refresh(true)));
    }
  }

  async function older(button) {
    button.setAttribute("aria-disabled", "true");
    const after = known.at(-1).last_message_id;
    known = [...known, ...(await app.api.get(`/messages/conversations?limit=${PAGE}&after=${after}`))];
    paint();
  }

  function paint() {
    if (known.length === 0) {
      const action = h("a", { class: "button primary", href: "#/peers" }, t("messages.find"));
      return replace(
        items,
        nothing({ picture: "messages", title: t("messages.none"), text: t("messages.none.text"), action }),
      );
    }
    // The same element keeps the focus where it is.
    const focused = document.activeElement?.dataset?.peer;
    const more = h("button", { type: "button", class: "plain wide", onclick: () => older(more).catch(() => {}) }, t("more"));
    replace(items, h("ul", {}, known.map((one) => entry(one, peer))), known.length % PAGE === 0 && more);
    if (focused) items.querySelector(`[data-peer="${focused}"]`)?.focus();
  }

  refresh(true);
  const open = peer === null ? null : thread(app, peer, () => refresh().then(app.refreshUnread));
  timer = setInterval(() => document.visibilityState === "visible" && refresh(), FRESH_MS);
  return {
    title: open?.title ?? t("messages.title"),
    element: h(
      "div",
      { class: open ? "mail reading" : "mail" },
      h(
        "section",
        { class: "list", "aria-label": t("messages.list") },
        // Beside an open conversation, that one is what the page is about.
        h(open ? "h2" : "h1", { class: "title" }, t("messages.title")),
        items,
      ),
      open ? open.element : choose(),
    ),
    leave() {
      clearInterval(timer);
      open?.leave();
    },
  };
}

function choose() {
  return h(
    "div",
    { class: "thread choose" },
    nothing({ picture: "messages", title: t("messages.choose"), text: t("messages.choose.text") }),
  );
}

function entry(one, open) {
  const { peer_id: id, peer_name: name, unread_count: count } = one;
  return h(
    "li",
    {},
    h(
      "a",
      {
        class: count > 0 ? "entry unread" : "entry",
        href: `#/messages/${id}`,
        "data-peer": id,
        "aria-current": String(id) === open ? "true" : null,
      },
      avatar(name, id),
      h("span", { class: "name" }, name),
      one.timestamp && h("time", { datetime: one.timestamp }, moment(one.timestamp)),
      h("span", { class: "last" }, one.last_message),
      count > 0 && h("span", { class: "badge" }, t("messages.new", { count })),
    ),
  );
}
