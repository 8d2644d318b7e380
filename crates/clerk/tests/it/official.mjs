// Clerk's own verifier judges a list of tokens: JSON in, one verdict a token out.
import { readFileSync } from 'node:fs';
import { verifyToken } from '@clerk/backend';

const { now, issuer, jwtKey, tokens } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
Date.now = () => now * 1000;
const verdicts = [];
for (const token of tokens) {
  try {
    verdicts.push((await verifyToken(token, { jwtKey, issuer })).sub ? 'accepted' : 'no subject');
  } catch (error) {
    verdicts.push(String(error.reason ?? error.name));
  }
}
console.log(JSON.stringify(verdicts));
