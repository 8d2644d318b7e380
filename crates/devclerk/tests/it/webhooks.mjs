// Svix's and Clerk's own verifiers judge what a receiver got.
import assert from 'node:assert/strict';
import { verifyWebhook } from '@clerk/backend/webhooks';
import { Webhook } from 'svix';

const { WEBHOOK_SECRET: secret, INSTANCE_ID: instanceId, USER_ID: userId } = process.env;
const messages = JSON.parse(process.env.MESSAGES);
const request = ({ headers, body }) => new Request('http://localhost/hook', { method: 'POST', headers, body });
const types = [];
for (const message of messages) {
  const bySvix = new Webhook(secret).verify(message.body, message.headers);
  const byClerk = await verifyWebhook(request(message), { signingSecret: secret });
  assert.deepEqual(byClerk.data, bySvix.data);
  assert.equal(byClerk.object, 'event');
  assert.equal(byClerk.instance_id, instanceId);
  assert.ok(Math.abs(byClerk.timestamp - Date.now()) < 60_000, String(byClerk.timestamp));
  assert.match(message.headers['svix-id'], /^msg_[0-9A-Za-z]{27}$/);
  types.push(byClerk.type);

  const bent = { ...message, body: `${message.body} ` };
  assert.throws(() => new Webhook(secret).verify(bent.body, bent.headers));
  await assert.rejects(verifyWebhook(request(bent), { signingSecret: secret }));
}
assert.deepEqual(types, ['user.created', 'session.created', 'user.deleted']);
const [created, session, deleted] = messages.map((message) => JSON.parse(message.body).data);
assert.equal(created.id, userId);
assert.equal(created.first_name, 'Zoë');
assert.equal(created.email_addresses[0].id, created.primary_email_address_id);
assert.equal(session.user_id, userId);
assert.equal(session.status, 'active');
assert.equal(session.user.id, userId);
assert.deepEqual(deleted, { id: userId, object: 'user', deleted: true });

console.log('done');
