// Ada signs in, turns to teaching, sees Chiara take Bob's place, and writes to her; Chiara answers.

import assert from "node:assert/strict";
import { APP, assertClean, goTo, ranking, settled, signIn, tab, withBrowser } from "./support.mjs";

await withBrowser(async (browser) => {
  const ada = await tab(browser);
  await signIn(ada, "Ada Fontaine");
  assert.equal(ada.url(), `${APP}/`, "nothing about the person is in the address");

  // Who fits, how well in each part, and why.
  const before = await ranking(ada);
  assert.equal(before[0], "Bob Merrow");
  const bob = ada.getByRole("article", { name: "Bob Merrow" });
  assert.match(await bob.locator(".ring").textContent(), /Match: \d\d%/u);
  assert.match(await bob.locator(".why").textContent(), /You share .*“software”/u);
  assert.deepEqual(await bob.locator("dt").allTextContents(), [
    "Interests",
    "Skills",
    "Goals",
    "Career stage",
    "Industries",
    "Personality",
  ]);
  const dov = ada.getByRole("article", { name: "Dov Ivarsen" });
  assert.equal(await dov.locator(".part", { hasText: "Industries" }).locator(".value").textContent(), "0%");

  // All of them, ten at a time.
  assert.equal(before.length, 10);
  await ada.getByRole("button", { name: "Show more" }).click();
  await ada.locator(".peer").nth(10).waitFor();
  assert.equal((await ranking(ada)).length, 11);

  // The profile is edited; the ranking follows.
  await goTo(ada, "profile", "Your profile");
  for (const skill of ["Python", "Statistics"]) await ada.getByRole("button", { name: `Remove ${skill}` }).click();
  for (const skill of ["Teaching", "Public speaking"]) {
    await ada.getByLabel("Add a skill").fill(skill);
    await ada.keyboard.press("Enter");
  }
  await ada.getByLabel("Industry").fill("Education");
  await ada.getByLabel("Field of study").fill("Education <b>&amp;</b> computing");
  await ada.getByLabel("Your story").fill("I taught my brother to read.\nThen I could not stop.");
  assert.equal(await ada.locator(".state").textContent(), "You have unsaved changes");
  await ada.getByRole("button", { name: "Save" }).click();
  await ada.getByText("Profile saved. Your peers are ranked anew.").first().waitFor();
  assert.equal(await ada.locator(".state").textContent(), "Everything is saved");

  await goTo(ada, "peers", "Your peers");
  const after = await ranking(ada);
  assert.equal(after[0], "Chiara Rosemont");
  assert.ok(after.indexOf("Bob Merrow") > 0);

  // What was saved is there again.
  await ada.reload();
  await goTo(ada, "profile", "Your profile");
  assert.equal(await ada.getByLabel("Your story").inputValue(), "I taught my brother to read.\nThen I could not stop.");
  assert.deepEqual(await ada.locator(".chips li").allTextContents(), ["Writing", "Teaching", "Public speaking"]);

  // A value that does not fit is refused beside its field, and nothing is lost.
  await ada.getByLabel("Age", { exact: true }).fill("-3");
  await ada.getByRole("button", { name: "Save" }).click();
  await ada.getByText("Enter a number.").waitFor();
  assert.equal(await ada.getByLabel("Age", { exact: true }).getAttribute("aria-invalid"), "true");
  await ada.getByRole("button", { name: "Discard" }).click();

  // Ratings.
  await ada.getByRole("link", { name: "Ratings" }).click();
  await settled(ada);
  await ada.getByRole("slider", { name: "Leadership" }).focus();
  for (let step = 0; step < 5; step += 1) await ada.keyboard.press("ArrowRight");
  assert.equal(await ada.getByRole("slider", { name: "Leadership" }).getAttribute("aria-valuetext"), "2.5 of 5");
  await ada.getByRole("button", { name: "Clear the rating of Creativity" }).click();
  await ada.getByRole("button", { name: "Save" }).click();
  await ada.getByText("Ratings saved.").first().waitFor();
  await ada.reload();
  await settled(ada);
  assert.equal(await ada.getByRole("slider", { name: "Leadership" }).getAttribute("aria-valuetext"), "2.5 of 5");
  assert.equal(await ada.getByRole("slider", { name: "Creativity" }).getAttribute("aria-valuetext"), "Not rated");

  // A message, with what could be markup in it.
  const text = "Hello <img src=x onerror=alert(1)>\nHow did you become a tutor?";
  await goTo(ada, "peers", "Your peers");
  await ada.getByRole("link", { name: "Write a message to Chiara Rosemont" }).click();
  await ada.getByText("Say hello to Chiara Rosemont").waitFor();
  await ada.getByLabel("Message to Chiara Rosemont").fill(text);
  await ada.getByRole("button", { name: "Send" }).click();
  await ada.locator(".message.mine p").waitFor();
  assert.equal(await ada.locator(".message.mine p").textContent(), text);
  assert.equal(await ada.getByLabel("Message to Chiara Rosemont").inputValue(), "");

  // Chiara is on another machine, where French is spoken.
  const chiara = await tab(browser, { locale: "fr-CA" });
  await signIn(chiara, "Chiara Rosemont");
  assert.match(await chiara.locator(".why").first().textContent(), /Vous (partagez|avez|recherchez)/u);
  await chiara.getByRole("link", { name: /^Messages ?, 1 non lu$/u }).click();
  // Until the conversations are there, the list of peers has a link with her name as well.
  const entry = chiara.locator(".entry", { hasText: "Ada Fontaine" });
  assert.match(await entry.textContent(), /1 nouveau/u);
  await entry.click();
  await chiara.locator(".message p").waitFor();
  assert.equal(await chiara.locator(".message p").textContent(), text);
  await chiara.getByRole("link", { name: "Messages", exact: true }).waitFor();
  assert.match(await chiara.locator(".thread header .small").textContent(), /Education <b>&amp;<\/b> computing/u);
  await chiara.getByLabel("Message à Ada Fontaine").fill("Par hasard ! Et toi ?");
  await chiara.keyboard.press("Control+Enter");
  await chiara.locator(".message.mine p").waitFor();

  // The answer arrives by itself where the conversation is open.
  await ada.getByRole("log").getByText("Par hasard ! Et toi ?").waitFor();
  assert.deepEqual(await ada.locator(".message").count(), 2);
  await ada.reload();
  await ada.locator(".message").nth(1).waitFor();
  // What was read stays read, which the list learns a moment after the conversation.
  await ada.locator(".entry", { hasText: "Chiara Rosemont", hasNotText: "new" }).waitFor();
  assertClean(ada);

  // Signing out leaves nothing of the person behind.
  await goTo(ada, "settings", "Settings");
  await ada.getByText("ada@example.com").waitFor();
  await ada.getByRole("button", { name: "Sign out" }).click();
  await ada.getByRole("heading", { name: "Meet students who fit you" }).waitFor();
  await ada.reload();
  await ada.getByRole("button", { name: "Sign in" }).waitFor();
  assert.equal(await ada.getByText("Ada").count(), 0);
  assertClean(ada);
  assertClean(chiara);
});
