// Tokens live for a minute. One that has expired on the way is replaced, and a session that has
// ended keeps what was typed until its owner is back.

import assert from "node:assert/strict";
import { APP, assertClean, goTo, settled, signIn, tab, withBrowser } from "./support.mjs";

async function later(seconds) {
  const answer = await fetch(`${APP}/later?seconds=${seconds}`, { method: "POST" });
  assert.equal(answer.status, 204);
}

await withBrowser(async (browser) => {
  const ada = await tab(browser);
  await signIn(ada, "Ada Fontaine");
  await goTo(ada, "messages", "Messages");
  await ada.getByRole("link", { name: /Kaya Silverthorne/u }).click();
  await ada.locator(".message").nth(2).waitFor();

  // For the server two minutes pass, for the page none: it sends a token that has expired. What the
  // page does in the background may find out first and renew the token, so it is tried a few times.
  let statuses = [];
  ada.on("response", (response) => {
    if (response.url().endsWith("/api/v1/messages")) statuses.push(response.status());
  });
  let repeated = false;
  for (let attempt = 1; attempt <= 5 && !repeated; attempt += 1) {
    const text = `Yes please, that would be lovely, ${attempt}.`;
    await ada.getByLabel("Message to Kaya Silverthorne").fill(text);
    statuses = [];
    await later(120);
    await ada.getByRole("button", { name: "Send" }).click();
    await ada.locator(".message.mine").getByText(text).waitFor();
    repeated = statuses.length > 1;
    assert.deepEqual(statuses, repeated ? [401, 201] : [201]);
  }
  assert.ok(repeated, "refused once, then repeated");

  // The same for a form.
  await goTo(ada, "profile", "Your profile");
  await ada.getByLabel("Hobbies").fill("chess, climbing, teaching");
  await later(120);
  await ada.getByRole("button", { name: "Save" }).click();
  await ada.getByText("Profile saved. Your peers are ranked anew.").first().waitFor();
  assert.equal(await ada.getByLabel("Hobbies").inputValue(), "chess, climbing, teaching");

  // No server for a moment: the text stays, and the same button works again.
  await goTo(ada, "messages", "Messages");
  await ada.getByRole("link", { name: /Elif Tremblay/u }).click();
  await ada.getByLabel("Message to Elif Tremblay").fill("With many small examples.");
  await ada.route("**/api/v1/messages", (route) => route.abort());
  await ada.getByRole("button", { name: "Send" }).click();
  await ada.getByText("The server did not answer. Your text is still here.").waitFor();
  assert.equal(await ada.getByLabel("Message to Elif Tremblay").inputValue(), "With many small examples.");
  await ada.unroute("**/api/v1/messages");

  // A list that cannot be loaded says so, and can be asked for again.
  await ada.route("**/api/v1/peers/compatible*", (route) =>
    route.fulfill({ status: 503, json: { code: "database_unavailable", detail: "…" } }),
  );
  await goTo(ada, "peers", "Your peers");
  await ada.getByText("Our database is away for a moment. Try again.").waitFor();
  await ada.unroute("**/api/v1/peers/compatible*");
  await ada.getByRole("button", { name: "Try again" }).click();
  await ada.locator(".peer").first().waitFor();

  // The session ends. What was typed is there again after signing in.
  await goTo(ada, "messages", "Messages");
  await ada.getByRole("link", { name: /Elif Tremblay/u }).click();
  await settled(ada);
  assert.equal(await ada.getByLabel("Message to Elif Tremblay").inputValue(), "With many small examples.");
  await later(8 * 24 * 60 * 60);
  // What the page does in the background may find out first, and then there is no button any more.
  await ada.getByRole("button", { name: "Send" }).click({ timeout: 2_000 }).catch(() => {});
  await ada.getByText("Your session has ended.").waitFor();
  await signIn(ada, "Ada Fontaine");
  await goTo(ada, "messages", "Messages");
  await ada.getByRole("link", { name: /Elif Tremblay/u }).click();
  await settled(ada);
  assert.equal(await ada.getByLabel("Message to Elif Tremblay").inputValue(), "With many small examples.");

  // Somebody else in the same tab does not find it.
  await goTo(ada, "settings", "Settings");
  await ada.getByRole("button", { name: "Sign out" }).click();
  await ada.getByRole("button", { name: "Sign in" }).waitFor();
  await signIn(ada, "Elif Tremblay");
  const kept = await ada.evaluate(() => JSON.stringify({ ...sessionStorage }));
  assert.equal(kept.includes("small examples"), false);

  // By the machine's other name, which has cookies of its own.
  const other = await tab(browser);
  await other.goto(APP.replace("localhost", "127.0.0.1"));
  await other.getByRole("button", { name: "Sign in" }).click();
  await other.getByLabel("Name or e-mail").fill("Bob");
  await other.getByRole("button", { name: "Find" }).click();
  await other.getByRole("button", { name: "Bob Merrow" }).click();
  await other.locator(".peer").first().waitFor();
  assertClean(other);

  // The browser reports each refused request by itself; nothing else may be there.
  assertClean(ada, /Failed to load resource/u);
});
