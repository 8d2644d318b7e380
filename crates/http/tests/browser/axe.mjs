// Every view as axe-core sees it, in both schemes and both languages, at one width.

import assert from "node:assert/strict";
import { APP, assertClean, atSignIn, DESKTOP, PHONE, settled, signIn, tab, violations, visit, withBrowser } from "./support.mjs";

const viewport = process.env.ORIENTOR_WIDTH === "phone" ? PHONE : DESKTOP;
const NARROW = { width: 320, height: 640 };

await withBrowser(async (browser) => {
  for (const locale of ["en", "fr"]) {
    const page = await tab(browser, { viewport, locale });
    const faults = [];
    const look = async (what) => {
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        for (const fault of await violations(page)) faults.push(`${what}, ${locale}, ${colorScheme}: ${fault}`);
      }
      if (viewport !== PHONE) return;
      // The narrowest phone: nothing may stick out.
      await page.setViewportSize(NARROW);
      const out = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (out > 0) faults.push(`${what}, ${locale}: ${out} pixels too wide at 320`);
      await page.setViewportSize(viewport);
    };
    const view = async (what, address) => {
      await visit(page, address);
      await look(what);
    };

    await page.goto(APP);
    await page.locator("h1").waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), locale);
    await look("welcome");
    await page.locator(".primary").click();
    await atSignIn(page);
    await look("sign-in");
    await signIn(page, "Ada Fontaine");

    await settled(page);
    await look("peers");
    await page.locator(".peer button").first().click();
    await page.getByRole("dialog").waitFor();
    await look("dialog");
    await page.keyboard.press("Escape");
    await view("messages", "#/messages");
    await page.locator(".entry").last().click();
    await page.locator(".message").first().waitFor();
    await settled(page);
    await look("thread");
    await view("profile", "#/profile");
    await page.locator("input[name=age]").fill("-1");
    await page.locator("button[type=submit]").click();
    await page.locator("[aria-invalid]").waitFor();
    await look("profile with an error");
    await view("ratings", "#/profile/ratings");
    await view("settings", "#/settings");
    await page.getByRole("switch").click();
    await page.locator(".toast").waitFor();
    await look("a toast");

    // Nothing, waiting, and failing.
    await page.route("**/api/v1/peers/compatible*", (route) => route.fulfill({ json: [] }));
    await view("no peers", "#/peers");
    await page.route("**/api/v1/peers/compatible*", (route) => route.fulfill({ status: 500, json: { code: "internal" } }));
    await page.reload();
    await page.locator(".failed").waitFor();
    await look("a failure");
    await page.route("**/api/v1/messages/conversations*", () => {});
    await page.goto(`${APP}/#/messages`);
    await page.locator(".skeleton").first().waitFor();
    await look("waiting");

    assert.deepEqual(faults, []);
    assertClean(page, /status of 500/u);
  }
});
