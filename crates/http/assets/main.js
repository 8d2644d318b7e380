// The page: finds out who is here, shows the frame around the views, and follows the address.

import { openApi } from "./core/api.js";
import { avatar, focusOn, h, icon, replace } from "./core/dom.js";
import { draftsOf, forgetDrafts } from "./core/drafts.js";
import { openSession, SignedOut } from "./core/session.js";
import { failure } from "./core/ui.js";
import { onLanguage, t } from "./core/words.js";
import { messages } from "./views/messages.js";
import { peers } from "./views/peers.js";
import { profile } from "./views/profile.js";
import { settings } from "./views/settings.js";
import { skills } from "./views/skills.js";
import { welcome } from "./views/welcome.js";

const UNREAD_MS = 15_000;

const place = document.getElementById("app");
const facts = JSON.parse(document.getElementById("settings").textContent);

/** The parts of the page: what the address begins with, and the picture beside the name. */
const PARTS = [
  { name: "peers", picture: "peers" },
  { name: "messages", picture: "messages" },
  { name: "profile", picture: "profile" },
  { name: "settings", picture: "settings" },
];

/** Views by address; what stands in parentheses is handed to the view. */
const ROUTES = [
  [/^$|^peers$/u, "peers", peers],
  [/^messages(?:\/(\d+))?$/u, "messages", messages],
  [/^profile$/u, "profile", profile],
  [/^profile\/ratings$/u, "profile", skills],
  [/^settings$/u, "settings", settings],
];

/** Who is here: nobody before the start and after the end. */
let app = null;
/** Stops what the shown view does in the background. */
let leave = () => {};
let unread = 0;

async function start() {
  place.setAttribute("aria-busy", "true");
  try {
    const session = await openSession(facts.signIn);
    if (!session.isSignedIn) return showWelcome(session, false);
    const api = openApi(session, () => app && showWelcome(session, true));
    app = { api, session, me: null, refreshUnread, signOut, renamed: showFrame };
    const [me, own] = await Promise.all([api.get("/users/me"), api.get("/profiles/me")]);
    app.me = { id: me.id, email: me.email, name: own.name?.trim() || t("user", { id: me.id }) };
    draftsOf(me.id);
    showFrame();
    show(false);
    await refreshUnread();
  } catch (error) {
    if (!(error instanceof SignedOut)) {
      replace(place, h("main", { class: "alone" }, failure(error, start)));
    }
  } finally {
    place.removeAttribute("aria-busy");
  }
}

function showWelcome(session, hasEnded) {
  leave();
  leave = () => {};
  app = null;
  const again = () => showWelcome(session, hasEnded);
  repaint = again;
  document.title = `${t("welcome.title")} · Orientor`;
  replace(place, welcome({ session, hasEnded }));
}

/** What a change of language does. */
let repaint = () => {};

function frame() {
  const link = ({ name, picture }) =>
    h(
      "li",
      {},
      h(
        "a",
        { href: `#/${name}`, "data-part": name },
        icon(picture),
        h("span", { class: "name" }, t(`nav.${name}`)),
        name === "messages" && h("span", { class: "badge", id: "unread", hidden: true }),
      ),
    );
  return [
    h("a", { class: "skip", href: "#main", onclick: skip }, t("skip")),
    h(
      "header",
      { class: "top" },
      h("a", { class: "brand", href: "#/peers" }, icon("compass"), "Orientor"),
      h("a", { class: "me", href: "#/profile" }, avatar(app.me.name, app.me.id), h("span", {}, app.me.name)),
    ),
    h("nav", { class: "parts", "aria-label": t("nav") }, h("ul", {}, PARTS.map(link))),
    h("main", { id: "main", tabindex: "-1" }),
  ];
}

/** Paints everything around the view anew, and keeps the view. */
function showFrame(name = app.me.name) {
  app.me.name = name;
  const main = document.getElementById("main");
  replace(place, frame());
  if (main) document.getElementById("main").replaceWith(main);
  repaint = () => {
    replace(place, frame());
    show(false);
    paintUnread();
  };
  markPart();
  paintUnread();
}

function skip(event) {
  // The address belongs to the views.
  event.preventDefault();
  document.getElementById("main").focus();
}

function route() {
  const address = location.hash.replace(/^#\/?/u, "");
  for (const [pattern, part, view] of ROUTES) {
    const found = pattern.exec(address);
    if (found) return { part, view, argument: found[1] };
  }
  return { part: "peers", view: peers };
}

/** Shows what the address names; `moved` when somebody went there from another view. */
function show(moved) {
  if (!app) return;
  leave();
  const { view, argument } = route();
  const main = document.getElementById("main");
  const shown = view(app, argument);
  leave = shown.leave ?? (() => {});
  document.title = `${shown.title} · Orientor`;
  replace(main, shown.element);
  markPart();
  if (moved) {
    scrollTo(0, 0);
    focusOn(main.querySelector("[data-focus]") ?? main.querySelector("h1"));
  }
}

function markPart() {
  const { part } = route();
  for (const link of document.querySelectorAll("[data-part]")) {
    if (link.dataset.part === part) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

/** Counts what is unread, and says so beside the name of the part. */
async function refreshUnread() {
  if (!app) return;
  const list = await app.api.get("/messages/conversations?limit=100").catch(() => null);
  if (!list) return;
  unread = list.reduce((sum, { unread_count }) => sum + unread_count, 0);
  paintUnread();
}

function paintUnread() {
  const badge = document.getElementById("unread");
  if (!badge) return;
  badge.hidden = unread === 0;
  replace(
    badge,
    h("span", { "aria-hidden": "true" }, unread > 99 ? "99+" : String(unread)),
    h("span", { class: "unseen" }, `, ${t("nav.unread", { count: unread })}`),
  );
}

/** Forgets who was here. */
async function signOut() {
  // First, so that nothing is left behind if the tab is closed while the server is asked.
  forgetDrafts();
  await app.session.signOut();
  history.replaceState(null, "", location.pathname);
  // Nothing of the last person is left in the memory of the page.
  location.reload();
}

addEventListener("hashchange", () => show(true));
onLanguage(() => repaint());
setInterval(() => document.visibilityState === "visible" && refreshUnread(), UNREAD_MS);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && refreshUnread());
start();
