// Before signing in: what this is, and the way in.

import { avatar, h, icon } from "../core/dom.js";
import { language, NAMES, speak, t } from "../core/words.js";
import { bar, ring } from "./peers.js";

export function welcome({ session, hasEnded }) {
  const point = (number, picture) =>
    h(
      "li",
      {},
      h("span", { class: "picture" }, icon(picture)),
      h("h2", {}, t(`welcome.${number}.title`)),
      h("p", {}, t(`welcome.${number}.text`)),
    );
  return h(
    "div",
    { class: "welcome" },
    h("header", { class: "top" }, h("span", { class: "brand" }, icon("compass"), "Orientor"), languages()),
    h(
      "main",
      { id: "main" },
      hasEnded && h("p", { class: "note", role: "alert" }, t("welcome.ended")),
      h(
        "div",
        { class: "hero" },
        h("div", {}, h("h1", {}, t("welcome.title")), h("p", { class: "lead" }, t("welcome.lead")), wayIn(session)),
        glimpse(),
      ),
      h("ul", { class: "points" }, point(1, "peers"), point(2, "messages"), point(3, "eye")),
    ),
  );
}

function wayIn(session) {
  if (!session.canSignIn) {
    return h("p", { class: "note" }, t("welcome.no_sign_in"), " ", h("a", { href: "/docs/" }, t("welcome.docs")));
  }
  return h(
    "button",
    { type: "button", class: "primary large", onclick: () => session.signIn() },
    t("welcome.sign_in"),
  );
}

/** What a suggestion looks like, for the eye only. */
function glimpse() {
  const part = ([key, score]) => h("div", { class: "part" }, h("span", { class: "small" }, t(`part.${key}`)), bar(score));
  return h(
    "div",
    { class: "peer glimpse", "aria-hidden": "true" },
    h(
      "div",
      { class: "line" },
      avatar("A B", 0),
      h("div", { class: "who" }, h("span", { class: "bone half" }), h("span", { class: "bone wide" })),
      ring(0.87),
    ),
    h("div", { class: "shares" }, Object.entries({ interests: 1, skills: 0.75, goals: 0.5 }).map(part)),
  );
}

/** The choice of a language. */
export function languages() {
  const choice = ([code, name]) =>
    h(
      "button",
      {
        type: "button",
        lang: code,
        "aria-pressed": String(code === language()),
        onclick: () => {
          speak(code);
          // The page was painted anew, so the button is another one.
          document.querySelector(`.languages [lang="${code}"]`)?.focus();
        },
      },
      name,
    );
  return h("div", { class: "languages", role: "group", "aria-label": t("language") }, Object.entries(NAMES).map(choice));
}
