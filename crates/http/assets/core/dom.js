// Building elements. Text is only ever set as text: nothing here parses markup.

const SVG = "http://www.w3.org/2000/svg";
/** Set as properties, because the attribute is only where they begin. */
const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "indeterminate", "open"]);

/**
 * An element. Attributes that are null, undefined or false are left out; functions under `on…`
 * listen. Children are elements, texts, or lists of them; nothing and false are left out.
 */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for a part of a picture. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (PROPERTIES.has(name)) element[name] = value;
    else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...present(children));
  return element;
}

/** Puts these children in the place of whatever there is. */
export function replace(element, ...children) {
  element.replaceChildren(...present(children));
  return element;
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

let last = 0;

/** An id that no other element has. */
export function fresh(name) {
  last += 1;
  return `${name}-${last}`;
}

/** Moves the focus to something that is no control, such as a heading. */
export function focusOn(element) {
  if (!element) return;
  element.setAttribute("tabindex", "-1");
  element.focus({ preventScroll: element.tagName === "H1" });
}

const ICONS = {
  peers: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.4-3.6 3-6 6.5-6s6.1 2.4 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2 .8 3.2 2.7 3.5 5.5",
  messages: "M4 5h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H10l-5 4v-4H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1ZM7.5 9.5h9M7.5 13h5.5",
  profile: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.7-3.7 3.6-6 7.5-6s6.8 2.3 7.5 6",
  settings: "M4 7h9m5 0h2M4 17h2m5 0h9M15.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM8.5 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z",
  block: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM5.7 5.7l12.6 12.6",
  send: "M4 12 20 4.5 15.5 20l-4-6.5L4 12Zm7.5 1.5L20 4.5",
  back: "M14.5 5 7.5 12l7 7M8 12h12",
  close: "M6 6l12 12M18 6 6 18",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
  warning: "M12 4 2.5 20h19L12 4ZM12 10v4.5M12 17.2v.3",
  compass: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM15.8 8.2l-2.3 5.3-5.3 2.3 2.3-5.3 5.3-2.3Z",
  leave: "M10 4H5a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h5M15 8l4 4-4 4M9.5 12H19",
};

/** A picture that says nothing which the text beside it does not say. */
export function icon(name) {
  return svg(
    "svg",
    { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: ICONS[name] }),
  );
}

/** Initials on a colour that stays with the person. */
export function avatar(name, id) {
  const words = name.split(/\s+/u).filter(Boolean);
  const first = (word) => [...(word ?? "")][0] ?? "";
  const initials = words.length > 1 ? first(words[0]) + first(words.at(-1)) : first(words[0]);
  return h("span", { class: `avatar hue-${Number(id) % 6}`, "aria-hidden": "true" }, initials.toUpperCase());
}
