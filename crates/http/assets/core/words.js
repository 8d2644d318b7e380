// Which language the page speaks, and its words.

import { en } from "../words/en.js";
import { fr } from "../words/fr.js";

const LANGUAGES = { en, fr };
const REMEMBERED = "orientor.language";
const listeners = new Set();

let current = chosen();
document.documentElement.lang = current;

function chosen() {
  const known = (tag) => Object.keys(LANGUAGES).find((code) => code === tag?.split("-")[0].toLowerCase());
  const tags = [read(), ...(navigator.languages ?? [])];
  return tags.map(known).find(Boolean) ?? "en";
}

function read() {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    // Somebody who forbids storage is asked again next time.
    return null;
  }
}

/** `en` or `fr`. */
export function language() {
  return current;
}

/** Every language, by its own name. */
export const NAMES = { en: "English", fr: "Français" };

/** Speaks another language from now on, and remembers it in this browser. */
export function speak(code) {
  if (code === current || !(code in LANGUAGES)) return;
  current = code;
  document.documentElement.lang = code;
  try {
    localStorage.setItem(REMEMBERED, code);
  } catch {
    // See above.
  }
  for (const listener of listeners) listener();
}

/** Calls back after each change of language. */
export function onLanguage(listener) {
  listeners.add(listener);
}

/**
 * The words under a key. `{name}` is replaced by the value of that name; where there are several
 * forms, `count` chooses one of them by the rules of the language.
 */
export function t(key, values = {}) {
  let words = LANGUAGES[current][key] ?? en[key] ?? key;
  if (typeof words === "object") {
    words = words[new Intl.PluralRules(current).select(values.count)] ?? words.other;
  }
  return words.replace(/\{(\w+)\}/gu, (_, name) => values[name] ?? "");
}

/** 0.4125 as `41%` or `41 %`. */
export function percent(share) {
  return new Intl.NumberFormat(current, { style: "percent", maximumFractionDigits: 0 }).format(share);
}

/** A number with at most one digit behind the point. */
export function number(value) {
  return new Intl.NumberFormat(current, { maximumFractionDigits: 1 }).format(value);
}

/** The time of day today, the day otherwise. */
export function moment(text) {
  const date = new Date(text);
  const today = date.toDateString() === new Date().toDateString();
  const shape = today ? { hour: "numeric", minute: "2-digit" } : { day: "numeric", month: "short" };
  return new Intl.DateTimeFormat(current, shape).format(date);
}

/** The time of day. */
export function clock(text) {
  return new Intl.DateTimeFormat(current, { hour: "numeric", minute: "2-digit" }).format(new Date(text));
}

/** The day, in full. */
export function day(text) {
  return new Intl.DateTimeFormat(current, { dateStyle: "full" }).format(new Date(text));
}
