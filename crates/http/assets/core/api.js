// Calls of the API. A token that has expired on the way is replaced and the request repeated once,
// so nobody loses what they were about to send.

import { SignedOut } from "./session.js";
import { language } from "./words.js";

const TIMEOUT_MS = 35_000;

/** The server answered with an error. */
export class Refused extends Error {
  constructor(status, code, detail, requestId) {
    super(detail);
    this.status = status;
    this.code = code;
    this.requestId = requestId;
  }
}

/** No answer came. */
export class NoAnswer extends Error {}

/** The API as seen by whoever is signed in; `onSignedOut` is called when they no longer are. */
export function openApi(session, onSignedOut) {
  async function send(method, path, body, again) {
    const headers = { authorization: `Bearer ${await session.token(again)}`, "accept-language": language() };
    if (body !== undefined) headers["content-type"] = "application/json";
    try {
      return await fetch(`/api/v1${path}`, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        credentials: "omit",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (cause) {
      throw new NoAnswer("no answer", { cause });
    }
  }

  async function call(method, path, body) {
    try {
      let response = await send(method, path, body, false);
      let refused = response.ok ? null : await read(response);
      if (refused?.code === "token_expired") {
        response = await send(method, path, body, true);
        refused = response.ok ? null : await read(response);
      }
      if (refused?.status === 401) throw new SignedOut();
      if (refused) throw refused;
      return response.status === 204 ? null : await response.json();
    } catch (error) {
      if (error instanceof SignedOut) onSignedOut();
      throw error;
    }
  }

  return {
    get: (path) => call("GET", path),
    post: (path, body) => call("POST", path, body),
    put: (path, body) => call("PUT", path, body),
    delete: (path) => call("DELETE", path),
  };
}

async function read(response) {
  const body = await response.json().catch(() => ({}));
  const id = response.headers.get("x-request-id");
  return new Refused(response.status, body.code ?? "unknown", body.detail ?? "", id);
}
