// What was typed and not yet sent, so that neither a reload nor an ended session loses it. Kept for
// one person in one tab; signing out forgets all of it.

const PREFIX = "orientor.draft.";
let owner = "";

/** Whose drafts these are from now on. */
export function draftsOf(userId) {
  owner = `${PREFIX}${userId}.`;
}

/** Keeps a draft; nothing or an empty text forgets it. */
export function keepDraft(name, value) {
  try {
    if (value === null || value === "") sessionStorage.removeItem(owner + name);
    else sessionStorage.setItem(owner + name, JSON.stringify(value));
  } catch {
    // Full or forbidden: the text is still in the form.
  }
}

/** The draft of this name, or null. */
export function draft(name) {
  try {
    return JSON.parse(sessionStorage.getItem(owner + name));
  } catch {
    return null;
  }
}

/** Forgets everybody's drafts. */
export function forgetDrafts() {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
    }
  } catch {
    // Forbidden: there are none.
  }
}
