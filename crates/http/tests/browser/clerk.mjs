// With a publishable key the page uses Clerk's own script, loaded from the instance's own host. The
// script here is a stand-in with the few members that the page uses.

import assert from "node:assert/strict";
import { APP, tab, withBrowser } from "./support.mjs";

const SCRIPT = "https://clerk.example.com/npm/@clerk/clerk-js@5/dist/clerk.browser.js";

const standIn = (token) => `
  const key = document.currentScript.getAttribute("data-clerk-publishable-key");
  window.calls = [];
  window.Clerk = {
    session: null,
    async load(options) {
      window.calls.push(["load", key, options]);
      if (sessionStorage.here) this.session = { getToken: async (options) => (window.calls.push(["token", options]), "${token}") };
    },
    redirectToSignIn(options) { sessionStorage.here = "1"; location.assign(options.signInForceRedirectUrl); location.reload(); },
    async signOut({ redirectUrl }) { delete sessionStorage.here; location.assign(redirectUrl); },
  };`;

await withBrowser(async (browser) => {
  const page = await tab(browser);
  let reachable = false;
  await page.route(SCRIPT, (route) =>
    reachable
      ? route.fulfill({
          contentType: "text/javascript",
          headers: { "access-control-allow-origin": "*" },
          body: standIn(process.env.ORIENTOR_TOKEN),
        })
      : route.abort(),
  );
  await page.goto(APP);
  await page.getByText("The sign-in could not be reached.").waitFor();
  reachable = true;
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.locator(".peer").first().waitFor();
  const calls = await page.evaluate(() => window.calls);
  assert.deepEqual(calls[0], ["load", "pk_test_Y2xlcmsuZXhhbXBsZS5jb20k", { telemetry: false }]);
  assert.deepEqual(calls[1], ["token", { skipCache: false }]);

  await page.locator('nav [data-part="settings"]').click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  const faults = page.faults.filter((fault) => !/asks clerk\.example\.com|ERR_FAILED/u.test(fault));
  assert.deepEqual(faults, []);
});
