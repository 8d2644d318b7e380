// Peers: who fits, how well in each part, and why.

import { avatar, focusOn, h, icon, replace, svg } from "../core/dom.js";
import { busy, confirm, explain, load, nothing, skeleton, toast } from "../core/ui.js";
import { percent, t } from "../core/words.js";

const STEP = 10;
/** Never at the beginning of a line. */
const DOT = "\u00a0· ";
/** The most that the API lists. */
const MOST = 100;
const PARTS = ["interests", "skills", "goals", "stage", "industries", "personality"];

export function peers(app) {
  const title = t("peers.title");
  const list = h("div", { class: "results" });
  const hidden = h("div", {});
  const fetch = async (limit) => {
    const [found, visibility] = await Promise.all([
      app.api.get(`/peers/compatible?limit=${limit}`),
      app.api.get("/peers/visibility"),
    ]);
    replace(hidden, !visibility.discoverable && hiddenNote());
    return found;
  };
  load(list, () => skeleton(3), () => fetch(STEP), (found) => results(app, list, found, STEP, fetch));
  return {
    title,
    element: [h("div", { class: "head" }, h("h1", {}, title), h("p", { class: "lead" }, t("peers.lead"))), hidden, list],
  };
}

function hiddenNote() {
  return h("p", { class: "note" }, t("peers.hidden"), " ", h("a", { href: "#/settings" }, t("peers.show_me")));
}

function results(app, place, found, limit, fetch) {
  if (found.length === 0) return nobody();
  const items = h("ol", { class: "peers" }, found.map((peer) => item(app, peer)));
  const more = h("button", { type: "button", class: "plain wide", onclick: () => busy(more, showMore) }, t("more"));
  async function showMore() {
    const longer = Math.min(limit + STEP, MOST);
    const all = await fetch(longer);
    replace(place, results(app, place, all, longer, fetch));
    focusOn(place.querySelectorAll(".peer h2")[found.length]);
  }
  return [
    h("p", { class: "unseen", role: "status" }, t("peers.count", { count: found.length })),
    items,
    found.length === limit && limit < MOST && more,
  ];
}

function nobody() {
  const action = h("a", { class: "button primary", href: "#/profile" }, t("peers.fill"));
  return nothing({ picture: "compass", title: t("peers.none"), text: t("peers.none.text"), action });
}

function item(app, peer) {
  const name = peer.name?.trim() || t("user", { id: peer.user_id });
  const heading = `peer-${peer.user_id}`;
  const work = [peer.job_title, peer.industry].filter(Boolean).join(DOT);
  const study = [peer.major, peer.year && t("peers.year", { year: peer.year })].filter(Boolean).join(DOT);
  const block = h(
    "button",
    {
      type: "button",
      class: "quiet",
      "aria-label": t("peers.block_who", { name }),
      onclick: () => busy(block, () => blockPeer(app, peer, name, element)),
    },
    icon("block"),
    t("peers.block"),
  );
  const element = h(
    "li",
    {},
    h(
      "article",
      { class: "peer", "aria-labelledby": heading },
      h(
        "header",
        {},
        avatar(name, peer.user_id),
        h("div", { class: "who" }, h("h2", { id: heading }, name), study && h("p", {}, study), work && h("p", {}, work)),
        ring(peer.compatibility_score),
      ),
      h("p", { class: "why" }, h("span", { class: "unseen" }, `${t("peers.why")}: `), peer.explanation),
      parts(peer, name),
      h(
        "footer",
        { class: "actions" },
        h(
          "a",
          { class: "button primary", href: `#/messages/${peer.user_id}`, "aria-label": t("peers.write_to", { name }) },
          icon("messages"),
          t("peers.write"),
        ),
        block,
        h("p", { class: "small" }, t("peers.coverage", { share: percent(peer.score_details.coverage) })),
      ),
    ),
  );
  return element;
}

/** The score as a number in a ring. */
export function ring(score) {
  const circle = (kind, length) =>
    svg("circle", {
      class: kind,
      cx: 32,
      cy: 32,
      r: 27,
      pathLength: 100,
      "stroke-dasharray": `${length} 100`,
      transform: "rotate(-90 32 32)",
    });
  return h(
    "p",
    { class: "ring" },
    svg("svg", { viewBox: "0 0 64 64", "aria-hidden": "true" }, circle("track", 100), circle("share", score * 100)),
    h("span", { class: "unseen" }, `${t("peers.score")}: `),
    h("strong", {}, percent(score)),
  );
}

/** A bar for each component. What could not be compared has none. */
function parts(peer, name) {
  const scores = peer.score_details.components;
  const part = (key) => {
    const score = scores[key];
    const known = score !== null && score !== undefined;
    return h(
      "div",
      { class: known ? "part" : "part unknown" },
      h("dt", {}, t(`part.${key}`)),
      h("dd", {}, h("span", { class: "value" }, known ? percent(score) : unknown()), bar(known ? score : null)),
    );
  };
  return [h("h3", { class: "unseen" }, t("peers.parts", { name })), h("dl", { class: "shares" }, PARTS.map(part))];
}

/** In words where there is room, and always for a screen reader. */
function unknown() {
  return [h("span", { class: "dash", "aria-hidden": "true" }, "–"), h("span", { class: "words" }, t("peers.unknown"))];
}

export function bar(score) {
  return svg(
    "svg",
    { class: "bar", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "track", width: 100, height: 6 }),
    score > 0 && svg("rect", { class: "share", width: score * 100, height: 6 }),
  );
}

async function blockPeer(app, peer, name, element) {
  const sure = await confirm({
    title: t("block.title", { name }),
    text: t("block.text"),
    yes: t("peers.block"),
    danger: true,
  });
  if (!sure) return;
  await app.api.post(`/peers/${peer.user_id}/block`);
  const next = element.nextElementSibling ?? element.previousElementSibling;
  element.remove();
  focusOn(next?.querySelector("h2") ?? document.querySelector("h1"));
  toast(t("block.done", { name }), { label: t("undo"), run: () => takeBack(app, peer, name).catch((error) => toast(explain(error))) });
  app.refreshUnread();
}

async function takeBack(app, peer, name) {
  await app.api.delete(`/peers/${peer.user_id}/block`);
  toast(t("block.undone", { name }));
  if (location.hash === "" || location.hash === "#/peers") dispatchEvent(new HashChangeEvent("hashchange"));
}
