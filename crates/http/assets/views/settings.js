// Who may find you, whom you have blocked, the language, and the way out.

import { focusOn, fresh, h, icon, replace } from "../core/dom.js";
import { busy, explain, load, skeleton, toast } from "../core/ui.js";
import { t } from "../core/words.js";
import { languages } from "./welcome.js";

const PAGE = 100;

export function settings(app) {
  const title = t("settings.title");
  const privacy = h("div", {});
  const blocked = h("div", {});
  load(privacy, () => skeleton(1, "line"), () => app.api.get("/peers/visibility"), (now) => visibility(app, now));
  load(blocked, () => skeleton(1, "line"), () => app.api.get(`/peers/blocked?limit=${PAGE}`), (list) => blocks(app, blocked, list));
  const leave = h("button", { type: "button", class: "plain", onclick: () => busy(leave, app.signOut) }, icon("leave"), t("settings.sign_out"));
  return {
    title,
    element: [
      h("div", { class: "head" }, h("h1", {}, title)),
      panel(t("settings.privacy"), privacy),
      panel(t("settings.blocked"), blocked),
      panel(t("language"), languages()),
      panel(
        t("settings.account"),
        app.me.email && h("p", {}, t("settings.signed_in"), " ", h("strong", { class: "address" }, app.me.email)),
        leave,
      ),
    ],
  };
}

function panel(title, ...content) {
  const id = fresh("panel");
  return h("section", { class: "panel", "aria-labelledby": id }, h("h2", { id }, title), content);
}

function visibility(app, { discoverable }) {
  const [id, note] = [fresh("visible"), fresh("note")];
  const input = h("input", { id, type: "checkbox", role: "switch", checked: discoverable, "aria-describedby": note, onchange: change });
  async function change() {
    try {
      await app.api.put("/peers/visibility", { discoverable: input.checked });
      toast(t(input.checked ? "settings.shown" : "settings.hidden"));
    } catch (error) {
      // The switch shows what holds.
      input.checked = !input.checked;
      toast(explain(error));
    }
  }
  return [
    h("div", { class: "switch" }, h("label", { for: id }, t("settings.visible")), input),
    h("p", { class: "small", id: note }, t("settings.visible.text")),
  ];
}

function blocks(app, place, list) {
  if (list.length === 0) return h("p", { class: "small" }, t("settings.blocked.none"));
  const item = ({ user_id: id, name }) => {
    const who = name?.trim() || t("user", { id });
    const button = h(
      "button",
      {
        type: "button",
        class: "plain",
        "aria-label": t("settings.unblock_who", { name: who }),
        onclick: () =>
          busy(button, async () => {
            await app.api.delete(`/peers/${id}/block`);
            const rest = list.filter((other) => other.user_id !== id);
            replace(place, blocks(app, place, rest));
            focusOn(place.parentElement.querySelector("h2"));
            toast(t("block.undone", { name: who }));
          }),
      },
      t("settings.unblock"),
    );
    return h("li", {}, h("span", {}, who), button);
  };
  return h("ul", { class: "rows" }, list.map(item));
}
