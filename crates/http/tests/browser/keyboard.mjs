// From the welcome to an answer without a mouse: every step is a key, every stop is visible.

import assert from "node:assert/strict";
import { APP, assertClean, atSignIn, settled, tab, visit, withBrowser } from "./support.mjs";

/** Presses Tab until the focus is on what fits, and checks that each stop on the way can be seen. */
async function tabTo(page, name, key = "Tab") {
  const passed = [];
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const label = element.labels?.[0]?.textContent ?? "";
      const hit = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, innerHeight / 2));
      return {
        name: (element.getAttribute("aria-label") ?? (label || element.textContent)).trim(),
        ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        uncovered: element === document.body || element.contains(hit) || Boolean(hit?.contains(element)),
      };
    });
    passed.push(stop.name);
    assert.ok(stop.ringed, `the focus on "${stop.name}" cannot be seen`);
    assert.ok(stop.uncovered, `"${stop.name}" is covered by something`);
    if (name.test(stop.name)) return stop.name;
  }
  assert.fail(`no ${name} among ${passed.join(" · ")}`);
}

await withBrowser(async (browser) => {
  const page = await tab(browser);
  await page.goto(APP);
  await page.locator("h1").waitFor();
  await tabTo(page, /^Sign in$/u);
  await page.keyboard.press("Enter");

  await atSignIn(page);
  await tabTo(page, /^Name or e-mail$/u);
  await page.keyboard.type("Ada");
  await page.keyboard.press("Enter");
  await page.getByText("1 to 1 of 1 people").waitFor();
  await atSignIn(page);
  await tabTo(page, /^Ada Fontaine/u);
  await page.keyboard.press("Enter");
  await page.locator(".peer").first().waitFor();

  // The first stop leads past the navigation.
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to content");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  const first = await tabTo(page, /^Write a message to /u);

  // A dialog holds the focus, and gives it back.
  await tabTo(page, /^Block /u);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  for (let step = 0; step < 6; step += 1) {
    const inside = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement === document.body || Boolean(activeElement.closest("dialog"));
    });
    assert.ok(inside, "the focus has left the dialog");
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /^Block /u);

  // Backwards, into the conversation: the heading is told, the field is next.
  await tabTo(page, new RegExp(`^${first}$`, "u"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Say hello to").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
  await tabTo(page, /^Message to /u);
  await page.keyboard.type("Hello!");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator(".message.mine").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "TEXTAREA", "ready for the next line");

  // A skill is added and removed; the focus is never lost.
  await visit(page, "#/profile");
  await tabTo(page, /^Add a skill$/u);
  await page.keyboard.type("Juggling");
  await page.keyboard.press("Enter");
  await tabTo(page, /^Remove Juggling$/u, "Shift+Tab");
  await page.keyboard.press("Enter");
  assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /^Remove /u);
  await tabTo(page, /^Add a skill$/u);
  await page.keyboard.type("Juggling");
  await page.keyboard.press("Enter");
  await tabTo(page, /^Save$/u);
  await page.keyboard.press("Enter");
  await page.getByText("Profile saved.").first().waitFor();

  // The switch, the language, and out.
  await visit(page, "#/settings");
  await tabTo(page, /^Peers can find me$/u);
  await page.keyboard.press("Space");
  await page.locator(".toast").getByText("You are hidden.").waitFor();
  await tabTo(page, /^Français$/u);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Réglages" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Français");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "fr");
  await settled(page);
  await tabTo(page, /^Se déconnecter$/u);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Se connecter" }).waitFor();
  assertClean(page);
});
