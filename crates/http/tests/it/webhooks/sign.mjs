// Signs deliveries with the official library and sends them: one as it should be, one for another body, and the
// first one again.
import { Webhook } from "svix";

const [url, secret, then] = process.argv.slice(2);
const body = JSON.stringify({
  object: "event",
  type: "user.created",
  timestamp: Number(then),
  data: {
    id: "user_grace",
    first_name: "Grâce",
    updated_at: Number(then),
    primary_email_address_id: "idn_1",
    email_addresses: [
      { id: "idn_1", email_address: "grace@example.com", verification: { status: "verified", strategy: "email_code" } },
    ],
  },
});
const now = new Date();
const signature = new Webhook(secret).sign("msg_official", now, body);

async function send(text) {
  const answer = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "svix-id": "msg_official",
      "svix-timestamp": String(Math.floor(now.getTime() / 1000)),
      "svix-signature": signature,
    },
    body: text,
  });
  console.log(answer.status);
}

await send(body);
await send(body.replace("user_grace", "user_other"));
await send(body);
