// Clerk's own client lists, counts, creates, changes and deletes users.
import assert from 'node:assert/strict';
import { createClerkClient } from '@clerk/backend';

const { CLERK_API_URL: apiUrl, CLERK_SECRET_KEY: secretKey } = process.env;
const { users } = createClerkClient({ apiUrl, secretKey });
const names = (list) => list.data.map((user) => user.firstName);
const code = async (promise) => {
  try {
    await promise;
  } catch (error) {
    return error.errors[0].code;
  }
  return 'no error';
};

// Creating.
const made = {};
for (const [index, name] of ['Ada', 'Bob', 'Cleo', 'Dan', 'Eve'].entries()) {
  made[name] = await users.createUser({
    firstName: name,
    lastName: 'Example',
    emailAddress: [`${name.toLowerCase()}+x@example.com`],
    externalId: String(100 + index),
    username: `${name.toLowerCase()}_1`,
    createdAt: new Date(Date.UTC(2024, 0, 1 + index)),
    publicMetadata: { plan: { name: 'free', seats: index } },
    skipPasswordRequirement: true,
  });
}
const { Ada: ada, Bob: bob, Cleo: cleo } = made;
assert.match(ada.id, /^user_[0-9A-Za-z]{27}$/);
assert.equal(ada.primaryEmailAddress.emailAddress, 'ada+x@example.com');
assert.equal(ada.primaryEmailAddress.verification.status, 'verified');
assert.equal(ada.primaryEmailAddress.verification.strategy, 'admin');
assert.equal(ada.createdAt, Date.UTC(2024, 0, 1));
assert.equal(ada.passwordEnabled, false);
assert.deepEqual(ada.publicMetadata, { plan: { name: 'free', seats: 0 } });
const reserved = await users.createUser({
  emailAddress: ['frida@example.com', 'f2@example.com'],
  emailAddressIdentificationStatus: ['reserved', 'verified'],
  password: 'correct horse battery',
  createdAt: new Date(Date.UTC(2023, 0, 1)),
});
assert.deepEqual(reserved.raw.email_addresses.map((email) => email.reserved), [true, false]);
assert.deepEqual(
  reserved.emailAddresses.map((email) => email.verification.status),
  ['unverified', 'verified'],
);
assert.equal(reserved.passwordEnabled, true);

// Reading.
assert.deepEqual((await users.getUser(ada.id)).raw, ada.raw);
assert.equal(await code(users.getUser('user_2nobody')), 'resource_not_found');

// Listing: order and pages.
const all = await users.getUserList();
assert.deepEqual(names(all), ['Eve', 'Dan', 'Cleo', 'Bob', 'Ada', null]);
assert.equal(all.totalCount, 6);
assert.deepEqual(names(await users.getUserList({ orderBy: '+created_at', limit: 2 })), [null, 'Ada']);
assert.deepEqual(names(await users.getUserList({ orderBy: '-first_name', limit: 3 })), [null, 'Eve', 'Dan']);
assert.deepEqual(names(await users.getUserList({ orderBy: 'username', limit: 1 })), ['Ada']);
assert.deepEqual(names(await users.getUserList({ limit: 2, offset: 3 })), ['Bob', 'Ada']);
const page = await users.getUserList({ limit: 2, startingAfter: made.Dan.id });
assert.deepEqual(names(page), ['Cleo', 'Bob']);
assert.equal(await code(users.getUserList({ startingAfter: ada.id, orderBy: 'username' })), 'form_param_value_invalid');

// Listing: filters.
const filtered = async (filter) => {
  const list = await users.getUserList({ orderBy: '+created_at', ...filter });
  assert.equal(list.totalCount, list.data.length, JSON.stringify(filter));
  assert.equal(await users.getCount(filter), list.totalCount, JSON.stringify(filter));
  return names(list).join();
};
assert.equal(await filtered({ emailAddress: ['ADA+x@example.com', 'bob+x@example.com', 'no@example.com'] }), 'Ada,Bob');
assert.equal(await filtered({ externalId: ['100', '+102', 'nobody'] }), 'Ada,Cleo');
assert.equal(await filtered({ externalId: ['-100', '-101'] }), ',Cleo,Dan,Eve');
assert.equal(await filtered({ userId: [ada.id, `+${bob.id}`] }), 'Ada,Bob');
assert.equal(await filtered({ userId: [`-${ada.id}`, `-${reserved.id}`] }), 'Bob,Cleo,Dan,Eve');
assert.equal(await filtered({ userId: [ada.id, bob.id], externalId: ['-100'] }), 'Bob');
assert.equal(await filtered({ username: ['cleo_1'] }), 'Cleo');
assert.equal(await filtered({ query: 'CLEO' }), 'Cleo');
assert.equal(await filtered({ query: 'dan exam' }), 'Dan');
assert.equal(await filtered({ emailAddressQuery: 'b+x@' }), 'Bob');
assert.equal(await filtered({ createdAtAfter: Date.UTC(2024, 0, 3) }), 'Dan,Eve');
assert.equal(await filtered({ createdAtBefore: Date.UTC(2024, 0, 2) }), ',Ada');
assert.equal(await filtered({ organizationId: ['org_2none'] }), '');
assert.equal((await filtered({ organizationId: ['-org_2none'] })).split(',').length, 6);

// Changing.
const renamed = await users.updateUser(ada.id, { firstName: 'Augusta', externalId: null, username: 'augusta' });
assert.equal(renamed.firstName, 'Augusta');
assert.equal(renamed.lastName, 'Example');
assert.equal(renamed.externalId, null);
assert.ok(renamed.updatedAt > ada.updatedAt);
assert.equal((await users.updateUser(bob.id, { externalId: '100' })).externalId, '100');
assert.equal(await code(users.updateUser(ada.id, { externalId: '100' })), 'form_identifier_exists');
assert.equal(await code(users.updateUser(ada.id, { nickname: 'a' })), 'form_param_unknown');
assert.equal(await code(users.createUser({ emailAddress: ['BOB+x@example.com'] })), 'form_identifier_exists');
assert.equal(await code(users.createUser({ firstName: 'Nobody' })), 'form_data_missing');
const second = reserved.emailAddresses[1];
const switched = await users.updateUser(reserved.id, { primaryEmailAddressID: second.id });
assert.equal(switched.primaryEmailAddress.emailAddress, 'f2@example.com');
const merged = await users.updateUserMetadata(ada.id, {
  publicMetadata: { plan: { seats: null, colour: 'red' }, beta: true },
  privateMetadata: { note: 'x' },
});
assert.deepEqual(merged.publicMetadata, { plan: { name: 'free', colour: 'red' }, beta: true });
assert.deepEqual(merged.privateMetadata, { note: 'x' });
const replaced = await users.replaceUserMetadata(ada.id, { publicMetadata: { only: 1 } });
assert.deepEqual(replaced.publicMetadata, { only: 1 });
assert.deepEqual(replaced.privateMetadata, { note: 'x' });
const moved = await users.replaceUserEmailAddress(cleo.id, { emailAddress: 'new@example.com' });
assert.deepEqual(moved.emailAddresses.map((email) => email.emailAddress), ['new@example.com']);
assert.equal(moved.primaryEmailAddress.emailAddress, 'new@example.com');
assert.equal(await filtered({ emailAddress: ['cleo+x@example.com'] }), '');

// Banning, locking, deleting.
assert.equal((await users.banUser(bob.id)).banned, true);
assert.equal(await filtered({ banned: true }), 'Bob');
assert.equal((await users.unbanUser(bob.id)).banned, false);
assert.equal((await users.lockUser(bob.id)).locked, true);
assert.equal((await users.unlockUser(bob.id)).locked, false);
const gone = await users.deleteUser(bob.id);
assert.deepEqual([gone.id, gone.object, gone.deleted], [bob.id, 'user', true]);
assert.equal(await code(users.deleteUser(bob.id)), 'resource_not_found');
assert.equal(await users.getCount(), 5);
await users.createUser({ emailAddress: ['bob+x@example.com'], externalId: '100' });

console.log('done');
