// What all views share: messages to the reader, dialogs, and how loading, nothing and errors look.

import { NoAnswer, Refused } from "./api.js";
import { fresh, h, icon, replace } from "./dom.js";
import { SignedOut, Unreachable } from "./session.js";
import { t } from "./words.js";

const TOAST_MS = 6000;

/** Has a screen reader say something, at the next pause or at once. */
export function announce(text, urgent = false) {
  const region = document.getElementById(urgent ? "assertive" : "polite");
  // The same text twice would not be a change, so it is taken away first.
  region.textContent = "";
  setTimeout(() => (region.textContent = text), 60);
}

/** Says for a while what was done, perhaps with a way to take it back. */
export function toast(text, action = null) {
  const element = h("div", { class: "toast" }, h("p", {}, text));
  const close = () => element.remove();
  if (action) {
    const run = () => {
      close();
      action.run();
    };
    element.append(h("button", { type: "button", class: "quiet", onclick: run }, action.label));
  }
  let timer = 0;
  const wait = () => (timer = setTimeout(close, TOAST_MS));
  const hold = () => clearTimeout(timer);
  for (const name of ["pointerenter", "focusin"]) element.addEventListener(name, hold);
  for (const name of ["pointerleave", "focusout"]) element.addEventListener(name, wait);
  const place = document.getElementById("toasts");
  place.setAttribute("aria-label", t("notices"));
  replace(place, element);
  announce(text);
  wait();
}

/** Asks before something happens; resolves to whether it may. The focus goes back to where it was. */
export function confirm({ title, text, yes, danger = false }) {
  const [heading, words] = [fresh("title"), fresh("text")];
  return new Promise((resolve) => {
    const dialog = h(
      "dialog",
      { "aria-labelledby": heading, "aria-describedby": words },
      h(
        "form",
        { method: "dialog" },
        h("h2", { id: heading }, title),
        h("p", { id: words }, text),
        h(
          "div",
          { class: "actions end" },
          h("button", { class: "plain", value: "no", autofocus: true }, t("cancel")),
          h("button", { class: danger ? "danger" : "primary", value: "yes" }, yes),
        ),
      ),
    );
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close("no");
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Grey shapes where content will be. */
export function skeleton(rows, kind = "card") {
  const lines = () => ["wide", "half", "third"].map((width) => h("span", { class: `bone ${width}` }));
  return h(
    "div",
    { class: "skeletons", role: "status" },
    h("span", { class: "unseen" }, t("loading")),
    Array.from({ length: rows }, () =>
      h("div", { class: `skeleton ${kind}`, "aria-hidden": "true" }, h("span", { class: "bone round" }), lines()),
    ),
  );
}

/** What to read where there is nothing. */
export function nothing({ picture, title, text, action = null }) {
  return h(
    "div",
    { class: "nothing" },
    h("span", { class: "picture" }, icon(picture)),
    h("h2", {}, title),
    h("p", {}, text),
    action,
  );
}

/** An error in words for people. */
export function explain(error) {
  if (error instanceof NoAnswer) return navigator.onLine ? t("error.no_answer") : t("error.offline");
  if (error instanceof Unreachable) return t("error.sign_in");
  if (error instanceof SignedOut) return t("error.signed_out");
  if (error instanceof Refused) {
    const known = t(`error.${error.code}`);
    if (known !== `error.${error.code}`) return known;
    return error.status >= 500 ? t("error.server") : error.message || t("error.unknown");
  }
  console.error(error);
  return t("error.unknown");
}

/** A failure where content should be, with a way to try again. */
export function failure(error, again) {
  const id = error instanceof Refused && error.status >= 500 ? error.requestId : null;
  return h(
    "div",
    { class: "nothing failed", role: "alert" },
    h("span", { class: "picture" }, icon("warning")),
    h("h2", {}, t("error.title")),
    h("p", {}, explain(error)),
    id && h("p", { class: "small" }, t("error.request", { id })),
    h("button", { type: "button", class: "primary", onclick: again }, t("again")),
  );
}

/** Loads what belongs into `place`: a skeleton, then what `show` makes of it, or the failure. */
export async function load(place, bones, fetch, show) {
  const attempt = async () => {
    place.setAttribute("aria-busy", "true");
    replace(place, bones());
    try {
      const loaded = await fetch();
      replace(place, show(loaded));
    } catch (error) {
      if (!(error instanceof SignedOut)) replace(place, failure(error, attempt));
    } finally {
      place.removeAttribute("aria-busy");
    }
  };
  await attempt();
}

/** Runs `work` while a button is busy; what goes wrong is said beside it. */
export async function busy(button, work, problem = null) {
  if (button.getAttribute("aria-disabled") === "true") return;
  // Not `disabled`: the focus would be lost.
  button.setAttribute("aria-disabled", "true");
  if (problem) replace(problem);
  try {
    await work();
  } catch (error) {
    if (problem) replace(problem, explain(error));
    else toast(explain(error));
  } finally {
    button.removeAttribute("aria-disabled");
  }
}
