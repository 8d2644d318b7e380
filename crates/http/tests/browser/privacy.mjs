// Hiding and blocking hold at once, on both sides, and can be taken back.

import assert from "node:assert/strict";
import { assertClean, goTo, ranking, settled, signIn, tab, withBrowser } from "./support.mjs";

await withBrowser(async (browser) => {
  const [ada, kaya] = [await tab(browser), await tab(browser)];
  await signIn(ada, "Ada Fontaine");
  await signIn(kaya, "Kaya Silverthorne");
  assert.ok((await ranking(kaya)).includes("Ada Fontaine"));

  // A question first; no is no, and the focus goes back to where it was.
  const block = ada.getByRole("button", { name: "Block Kaya Silverthorne" });
  await block.click();
  await ada.getByRole("dialog", { name: "Block Kaya Silverthorne?" }).waitFor();
  await ada.keyboard.press("Escape");
  await ada.getByRole("dialog").waitFor({ state: "detached" });
  assert.ok(await block.evaluate((button) => button === document.activeElement));
  assert.ok((await ranking(ada)).includes("Kaya Silverthorne"));

  await block.click();
  await ada.getByRole("dialog").getByRole("button", { name: "Block" }).click();
  await ada.locator(".toast").getByText("Kaya Silverthorne is blocked.").waitFor();
  assert.equal((await ranking(ada)).includes("Kaya Silverthorne"), false);
  await goTo(ada, "messages", "Messages");
  assert.equal(await ada.getByRole("link", { name: /Kaya/u }).count(), 0);

  // For Kaya, Ada is not there: neither as a peer nor to write to.
  await kaya.reload();
  assert.equal((await ranking(kaya)).includes("Ada Fontaine"), false);

  // It is taken back in the settings.
  await goTo(ada, "settings", "Settings");
  await ada.getByRole("button", { name: "Unblock Kaya Silverthorne" }).click();
  await ada.getByText("You have blocked nobody.").waitFor();
  await goTo(ada, "peers", "Your peers");
  assert.ok((await ranking(ada)).includes("Kaya Silverthorne"));

  // Hidden, Ada is suggested to nobody; who had her answer may still write, others may not.
  await goTo(ada, "settings", "Settings");
  const find = ada.getByRole("switch", { name: "Peers can find me" });
  await find.click();
  await ada.locator(".toast").getByText("You are hidden.").waitFor();
  await goTo(ada, "peers", "Your peers");
  await ada.getByText("You are hidden: you are suggested to nobody").waitFor();
  const bob = await tab(browser);
  await signIn(bob, "Bob Merrow");
  assert.equal((await ranking(bob)).includes("Ada Fontaine"), false);
  const address = await ada.evaluate(() => document.querySelector(".peer a[href*=messages]").hash);
  assert.match(address, /^#\/messages\/\d+$/u);

  await goTo(ada, "settings", "Settings");
  assert.equal(await find.isChecked(), false);
  await find.click();
  await ada.locator(".toast").getByText("Peers can find you.").waitFor();
  await bob.reload();
  assert.ok((await ranking(bob)).includes("Ada Fontaine"));

  // Undo straight after blocking.
  await goTo(ada, "peers", "Your peers");
  await ranking(ada);
  await ada.getByRole("button", { name: "Block Bob Merrow" }).click();
  await ada.getByRole("dialog").getByRole("button", { name: "Block" }).click();
  await ada.getByRole("button", { name: "Undo" }).click();
  await ada.getByRole("article", { name: "Bob Merrow" }).waitFor();

  await settled(ada);
  for (const page of [ada, kaya, bob]) assertClean(page);
});
