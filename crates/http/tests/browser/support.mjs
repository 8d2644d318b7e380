// A real browser, and what every script does with it. What goes wrong in the page fails the script.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const APP = process.env.ORIENTOR_APP;
export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 800 };

/** Runs a script with a browser of its own, which ends with it. */
export async function withBrowser(script) {
  const browser = await chromium.launch({
    executablePath: process.env.ORIENTOR_CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  try {
    await script(browser);
  } finally {
    await browser.close();
  }
}

/** A tab of a new person at this machine. Errors in its console are collected and may be expected. */
export async function tab(browser, options = {}) {
  const context = await browser.newContext({ viewport: DESKTOP, locale: "en", reducedMotion: "reduce", ...options });
  // A busy machine is slow, not wrong.
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) page.faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { hostname, search } = new URL(request.url());
    if (!["localhost", "127.0.0.1", ""].includes(hostname)) page.faults.push(`asks ${hostname}`);
    if (/@|%40/u.test(search)) page.faults.push(`an address in ${request.url()}`);
  });
  return page;
}

/** Nothing went wrong in the page, but what was expected. */
export function assertClean(page, ...expected) {
  const faults = page.faults.filter((fault) => !expected.some((pattern) => pattern.test(fault)));
  assert.deepEqual(faults, []);
}

/** The development Clerk's page to sign in. A browser shows it with its style, but a script finds it sooner. */
export async function atSignIn(page) {
  await page.getByRole("heading", { name: "Who do you want to be?" }).waitFor();
  await page.waitForLoadState();
}

/** Opens the page and becomes somebody at the development Clerk. */
export async function signIn(page, name) {
  // After a sign-out the page leaves for its start by itself, which ends a navigation of ours.
  await page.goto(APP).catch(() => page.waitForLoadState());
  await page.getByRole("button", { name: /^(Sign in|Se connecter)$/u }).click();
  await atSignIn(page);
  await page.getByLabel("Name or e-mail").fill(name);
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("button", { name }).first().click();
  await page.locator(".peers, .nothing").first().waitFor();
}

/** Goes to a part of the page by its link. */
export async function goTo(page, part, heading) {
  await page.locator(`nav [data-part="${part}"]`).click();
  if (heading) await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  await settled(page);
}

/** Follows another address within the page, as a link would, and waits for what it shows. */
export async function visit(page, address) {
  await page.evaluate(
    (hash) =>
      new Promise((arrived) => {
        // The page listens as well, and since before.
        addEventListener("hashchange", () => arrived(), { once: true });
        location.hash = hash;
      }),
    address,
  );
  await settled(page);
}

/** Nothing is loading any more. */
export async function settled(page) {
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true], .skeleton"));
}

/** What axe-core finds in the page as it stands. */
export async function violations(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const result = await window.axe.run(document, { resultTypes: ["violations"] });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(" | ")}`);
  });
  return found;
}

/** Names of the peers, best first. */
export async function ranking(page) {
  await settled(page);
  return page.locator(".peer h2").allTextContents();
}
