// Clerk's own client understands our errors.
import assert from 'node:assert/strict';
import { createClerkClient } from '@clerk/backend';
import { isClerkAPIResponseError } from '@clerk/backend/errors';

const { CLERK_API_URL: apiUrl, CLERK_SECRET_KEY: secretKey } = process.env;
const caught = async (promise) => {
  const error = await promise.then(() => assert.fail('no error'), (error) => error);
  assert.ok(isClerkAPIResponseError(error), String(error));
  assert.match(error.clerkTraceId, /^[0-9a-f]{32}$/);
  return error;
};
const { users } = createClerkClient({ apiUrl, secretKey });

const missing = await caught(users.getUser('user_2nobody'));
assert.equal(missing.status, 404);
assert.equal(missing.errors[0].code, 'resource_not_found');
assert.equal(missing.retryAfter, undefined);

const ada = await users.createUser({ emailAddress: ['ada@example.com'], externalId: '1' });
const taken = await caught(users.createUser({ emailAddress: ['ada@example.com'] }));
assert.equal(taken.status, 422);
assert.equal(taken.errors[0].code, 'form_identifier_exists');
assert.equal(taken.errors[0].meta.paramName, 'email_address');
const external = await caught(users.createUser({ emailAddress: ['bob@example.com'], externalId: '1' }));
assert.equal(external.errors[0].code, 'form_identifier_exists');
assert.equal(external.errors[0].meta.paramName, 'external_id');
const unknown = await caught(users.createUser({ emailAddress: ['bob@example.com'], shoeSize: 44 }));
assert.equal(unknown.errors[0].code, 'form_param_unknown');
assert.equal(unknown.errors[0].meta.paramName, 'shoe_size');

const live = createClerkClient({ apiUrl, secretKey: 'sk_live_abc' });
const refused = await caught(live.users.getCount());
assert.equal(refused.status, 401);
assert.equal(refused.errors[0].code, 'clerk_key_invalid');

// Three writes of one user are free, the fourth is not; nor are more than thirty calls.
for (const firstName of ['A', 'B', 'C']) await users.updateUser(ada.id, { firstName });
const often = await caught(users.updateUser(ada.id, { firstName: 'D' }));
assert.equal(often.status, 429);
assert.ok(often.retryAfter >= 1 && often.retryAfter <= 10, String(often.retryAfter));
let limited;
for (let call = 0; call < 40 && !limited; call += 1) {
  limited = await users.getUser(ada.id).then(() => undefined, (error) => error);
}
assert.ok(isClerkAPIResponseError(limited));
assert.equal(limited.status, 429);
assert.equal(limited.errors[0].code, 'too_many_requests');
assert.ok(limited.retryAfter >= 1 && limited.retryAfter <= 10, String(limited.retryAfter));

console.log('done');
