// What the first visit costs, by the browser's own numbers.

import assert from "node:assert/strict";
import { APP, assertClean, signIn, tab, withBrowser } from "./support.mjs";

const MOST_BYTES = 60_000;

await withBrowser(async (browser) => {
  const page = await tab(browser);
  await page.goto(APP);
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  const { bytes, files, blocking } = await page.evaluate(() => {
    const own = performance.getEntriesByType("resource").filter(({ name }) => name.startsWith(location.origin));
    const all = [...performance.getEntriesByType("navigation"), ...own];
    return {
      // Headers included.
      bytes: all.reduce((sum, { transferSize }) => sum + transferSize, 0),
      files: all.map(({ name, transferSize, decodedBodySize }) => ({ name, transferSize, decodedBodySize })),
      blocking: own.filter(({ name, renderBlockingStatus }) => name.endsWith(".js") && renderBlockingStatus === "blocking").length,
    };
  });
  console.log(JSON.stringify({ bytes, files: files.length }));
  assert.ok(files.length > 15 && files.every(({ transferSize }) => transferSize > 0), JSON.stringify(files));
  assert.ok(bytes < MOST_BYTES, `${bytes} bytes`);
  assert.equal(blocking, 0);

  // Coming back from signing in, the browser has every file but the first.
  await signIn(page, "Ada Fontaine");
  const again = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ name, transferSize }) => name.includes("/assets/") && transferSize > 0)
      .map(({ name }) => name),
  );
  assert.deepEqual(again, [], "kept for good");

  // Somebody without JavaScript is told so.
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page2 = await plain.newPage();
  await page2.goto(APP);
  assert.match(await page2.locator("body").textContent(), /needs JavaScript.*a besoin de JavaScript/su);

  // /docs and the API are where they were.
  assert.equal((await fetch(`${APP}/docs/`)).status, 200);
  assert.equal((await fetch(`${APP}/api/v1/users/me`)).status, 401);
  assertClean(page);
});
