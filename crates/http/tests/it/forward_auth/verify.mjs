// Verifies the token of the second argument with the key set at the first, as an application would.
import { createRemoteJWKSet, jwtVerify } from "jose";

const [keys, token] = process.argv.slice(2);
const options = { issuer: "orientor", audience: "orientor-upstream", algorithms: ["ES256"] };
try {
  const { payload, protectedHeader } = await jwtVerify(token, createRemoteJWKSet(new URL(keys)), options);
  console.log(JSON.stringify({ payload, header: protectedHeader }));
} catch (error) {
  console.log(JSON.stringify({ refused: error.code ?? String(error) }));
}
