// Clerk's own verifiers judge our tokens.
import assert from 'node:assert/strict';
import { createClerkClient, verifyToken } from '@clerk/backend';

const env = process.env;
const { CLERK_API_URL: apiUrl, CLERK_SECRET_KEY: secretKey, CLERK_JWT_KEY: jwtKey } = env;
const { CLERK_PUBLISHABLE_KEY: publishableKey, ISSUER: issuer, APP_ORIGIN: origin } = env;
const clerk = createClerkClient({ apiUrl, secretKey, publishableKey });
const ada = await clerk.users.createUser({ emailAddress: ['ada@example.com'], externalId: '7' });

// Sessions.
const session = await clerk.sessions.createSession({ userId: ada.id });
assert.match(session.id, /^sess_[0-9A-Za-z]{27}$/);
assert.equal(session.userId, ada.id);
assert.equal(session.status, 'active');
assert.deepEqual((await clerk.sessions.getSession(session.id)).status, 'active');
assert.ok((await clerk.users.getUser(ada.id)).lastSignInAt >= session.createdAt);

// Session tokens, by PEM and by the key set of the Backend API.
const { jwt } = await clerk.sessions.getToken(session.id);
const byPem = await verifyToken(jwt, { jwtKey, issuer });
const byKeySet = await verifyToken(jwt, { secretKey, apiUrl, skipJwksCache: true });
assert.deepEqual(byPem, byKeySet);
assert.equal(byPem.sub, ada.id);
assert.equal(byPem.sid, session.id);
assert.equal(byPem.iss, issuer);
assert.equal(byPem.exp - byPem.iat, 60);
assert.equal(byPem.iat - byPem.nbf, 10);
assert.equal(byPem.v, 2);
assert.equal(byPem.sts, 'active');
assert.deepEqual(byPem.fva, [0, -1]);
assert.equal(byPem.azp, undefined);
assert.equal(byPem.email, 'ada@example.com');
assert.equal(byPem.ext, '7');
const long = await clerk.sessions.getToken(session.id, undefined, 3600);
const longClaims = await verifyToken(long.jwt, { jwtKey });
assert.equal(longClaims.exp - longClaims.iat, 3600);
const tooLong = await clerk.sessions.getToken(session.id, undefined, 10).catch((error) => error);
assert.equal(tooLong.errors[0].code, 'form_param_value_invalid');

// Bent tokens.
const bent = jwt.slice(0, -8) + (jwt.at(-8) === 'A' ? 'B' : 'A') + jwt.slice(-7);
await assert.rejects(verifyToken(bent, { jwtKey }), { reason: 'token-invalid-signature' });
await assert.rejects(verifyToken(jwt, { jwtKey, authorizedParties: [origin] }), {
  reason: 'token-invalid-authorized-parties',
});
await assert.rejects(verifyToken(jwt, { jwtKey, issuer: 'https://clerk.example.com' }), {
  reason: 'token-invalid-issuer',
});

// Requests, as a browser of the app would make them.
const answer = await fetch(`${apiUrl}/dev/token`, {
  method: 'POST',
  headers: { Origin: origin },
  body: JSON.stringify({ email_address: 'ada@example.com' }),
});
assert.equal(answer.status, 200);
assert.equal(answer.headers.get('access-control-allow-origin'), origin);
const fromApp = await answer.json();
assert.equal(fromApp.user_id, ada.id);
const request = (token) => new Request(`${origin}/api`, { headers: { Authorization: `Bearer ${token}` } });
for (const keys of [{ jwtKey }, {}]) {
  const state = await clerk.authenticateRequest(request(fromApp.jwt), { ...keys, authorizedParties: [origin] });
  assert.equal(state.status, 'signed-in', state.reason);
  assert.equal(state.toAuth().userId, ada.id);
  assert.equal(state.toAuth().sessionId, session.id);
  assert.equal(state.toAuth().sessionClaims.azp, origin);
}
assert.equal(fromApp.expires_at, (await verifyToken(fromApp.jwt, { jwtKey })).exp * 1000);

// A template token has a good signature, and still is no session.
const template = await clerk.sessions.getToken(session.id, 'hasura');
const claims = await verifyToken(template.jwt, { jwtKey });
assert.equal(claims.sub, ada.id);
assert.equal(claims.sid, undefined);
assert.equal(claims.sts, undefined);
const asSession = await clerk.authenticateRequest(request(template.jwt), { jwtKey });
assert.equal(asSession.status, 'signed-out');
assert.equal(asSession.reason, 'token-type-mismatch');

// No tokens for ended sessions, banned and deleted users.
const failure = (promise) => promise.then(() => 'no error', (error) => error.errors[0].code);
const other = await clerk.sessions.createSession({ userId: ada.id });
assert.equal((await clerk.sessions.revokeSession(other.id)).status, 'revoked');
assert.equal(await failure(clerk.sessions.getToken(other.id)), 'session_not_active');
await clerk.users.banUser(ada.id);
assert.equal((await clerk.sessions.getSession(session.id)).status, 'revoked');
assert.equal(await failure(clerk.sessions.getToken(session.id)), 'session_not_active');
assert.equal(await failure(clerk.sessions.createSession({ userId: ada.id })), 'user_banned');
await clerk.users.deleteUser(ada.id);
assert.equal(await failure(clerk.sessions.getToken(session.id)), 'resource_not_found');
assert.equal(await failure(clerk.sessions.createSession({ userId: ada.id })), 'resource_not_found');

console.log('done');
