// Pictures of the page, on a phone and on a desktop, light and dark.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { APP, assertClean, DESKTOP, settled, signIn, tab, visit, withBrowser } from "./support.mjs";

const FOLDER = process.env.ORIENTOR_FOLDER;
const PHONE = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true };

mkdirSync(FOLDER, { recursive: true });

await withBrowser(async (browser) => {
  for (const [device, options] of Object.entries({ phone: PHONE, desktop: { viewport: DESKTOP } })) {
    const page = await tab(browser, options);
    const shoot = async (name) => {
      await settled(page);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: join(FOLDER, `${name}-${device}-${colorScheme}.png`), animations: "disabled", caret: "hide" });
      }
    };
    await page.goto(APP);
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    await shoot("welcome");
    await signIn(page, "Ada Fontaine");
    await shoot("peers");
    await visit(page, "#/messages");
    await page.getByRole("link", { name: /Kaya Silverthorne/u }).click();
    await page.locator(".message").nth(2).waitFor();
    await shoot("messages");
    await visit(page, "#/profile");
    await page.locator(".chips").waitFor();
    await shoot("profile");
    assertClean(page);
  }
});
