/** A typed client of Orientor's HTTP API. What it may ask and what it gets is generated into `schema.d.ts`. */

import createClient, { type Client, type Middleware } from "openapi-fetch";

import type { components, paths } from "./schema";

export type { components, paths } from "./schema";

/** The body of every error. `code` is stable; `detail` is a sentence for people. */
export type ErrorBody = components["schemas"]["ErrorBody"];

export interface Options {
  /** Where the server is, such as `https://orientor.example.com`. */
  baseUrl: string;
  /** A session token of Clerk's, asked for before every request, because it lives for a minute only. */
  token: () => Promise<string | null>;
  /** Another `fetch` than that of the platform. */
  fetch?: typeof globalThis.fetch;
}

/** What an answer that is not a success is turned into by {@link unwrap}. */
export class OrientorError extends Error {
  constructor(
    /** The HTTP status. */
    readonly status: number,
    /** What programs go by; listed in `docs/errors.md`. */
    readonly code: string,
    detail: string,
    /** Seconds after which to ask again, if the server says so. */
    readonly retryAfter: number | undefined,
  ) {
    super(detail);
    this.name = "OrientorError";
  }
}

/** A client with a method for each verb: `client.GET("/api/v1/profiles/me")`. */
export function createOrientorClient({ baseUrl, token, fetch }: Options): Client<paths> {
  const signIn: Middleware = {
    async onRequest({ request }) {
      const session = await token();
      if (session !== null) {
        request.headers.set("Authorization", `Bearer ${session}`);
      }
      return request;
    },
  };
  const client = createClient<paths>(fetch === undefined ? { baseUrl } : { baseUrl, fetch });
  client.use(signIn);
  return client;
}

/** What was answered, or an {@link OrientorError}. */
export async function unwrap<T>(answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await answer;
  if (response.ok) {
    // A 204 has no body, and its type says so.
    return data as T;
  }
  const { code = "unknown", detail = response.statusText } = (error ?? {}) as Partial<ErrorBody>;
  const wait = response.headers.get("retry-after");
  throw new OrientorError(response.status, code, detail, wait === null ? undefined : Number(wait));
}

/** Every item of a list that leads from page to page by its header `Link`. */
export async function* pages<T>(
  first: Promise<{ data?: T[]; error?: unknown; response: Response }>,
  follow: (address: string) => Promise<{ data?: T[]; error?: unknown; response: Response }>,
): AsyncGenerator<T> {
  let page = first;
  for (;;) {
    const { response } = await page;
    yield* await unwrap(page);
    const next = /<([^>]+)>; rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
    if (next === undefined) {
      return;
    }
    page = follow(next);
  }
}
