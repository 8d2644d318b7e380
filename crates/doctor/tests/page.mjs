// Looks at pages in a real browser: ORIENTOR_PAGES is a folder with one HTML file a page. In both schemes and on a
// desktop and the narrowest phone: no fault that axe-core knows, nothing that sticks out, no script, no network.

import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = process.env.ORIENTOR_PAGES;
// Set by hand, to see what the pages look like.
const pictures = process.env.ORIENTOR_PICTURES;

const browser = await chromium.launch({
  executablePath: process.env.ORIENTOR_CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"],
});
const faults = [];
try {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".html"))) {
    for (const width of [1280, 320]) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
      const page = await context.newPage();
      page.on("pageerror", (error) => faults.push(`${name}: uncaught ${error.message}`));
      page.on("console", (message) => faults.push(`${name}: ${message.type()} ${message.text()}`));
      page.on("dialog", async (dialog) => {
        faults.push(`${name}: a script ran`);
        await dialog.dismiss();
      });
      page.on("request", (request) => {
        if (!request.url().startsWith("file:")) faults.push(`${name}: asks ${request.url()}`);
      });
      await page.goto(pathToFileURL(join(folder, name)).href);
      assert.equal(await page.locator("h1").count(), 1);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        if (pictures) {
          mkdirSync(pictures, { recursive: true });
          await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`), fullPage: true });
        }
        const out = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (out > 0) faults.push(`${name} at ${width}: ${out} pixels too wide`);
        // The page forbids scripts; those of the automation come from outside of it.
        await page.evaluate(AXE);
        const { violations } = await page.evaluate(() => axe.run(document));
        for (const { id, nodes } of violations) {
          faults.push(`${name} at ${width}, ${colorScheme}: ${id}: ${nodes.slice(0, 3).map((it) => it.html).join(" | ")}`);
        }
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
}
assert.deepEqual(faults, []);
