// Who is signed in, and their session tokens. Each kind of sign-in has the same four verbs:
// `isSignedIn`, `token(again)`, `signIn()` and `signOut()`.

/** Nobody is signed in, or not any more. */
export class SignedOut extends Error {}

/** The sign-in could not be reached. */
export class Unreachable extends Error {}

/** A token is replaced when it has less than this to live. */
const MARGIN_SECONDS = 15;

/** Finds out who is signed in. */
export async function openSession(settings) {
  switch (settings.kind) {
    case "clerk":
      return openClerk(settings);
    case "development":
      return openDevelopment(settings);
    default:
      return nobody();
  }
}

function nobody() {
  return {
    canSignIn: false,
    isSignedIn: false,
    token: () => Promise.reject(new SignedOut()),
    signIn() {},
    signOut: () => Promise.resolve(),
  };
}

/** This page, without what stands behind the hash: where people come back to. */
function here() {
  return location.origin + location.pathname;
}

/** At the development Clerk, which knows this browser by a cookie. */
async function openDevelopment({ url }) {
  const base = new URL(url);
  // Cookies go by the name of the host, and this machine has several.
  base.hostname = location.hostname;

  async function ask(method, path) {
    let response;
    try {
      response = await fetch(new URL(path, base), { method, credentials: "include" });
    } catch (cause) {
      throw new Unreachable("the development Clerk does not answer", { cause });
    }
    if (response.ok) return response.json();
    if (response.status >= 500) throw new Unreachable(`the development Clerk answers ${response.status}`);
    throw new SignedOut();
  }

  const client = await ask("GET", "/v1/client");
  const session = client.response.last_active_session_id;
  let held = null;
  let asking = null;

  async function renew() {
    const { jwt } = await ask("POST", `/v1/client/sessions/${session}/tokens`);
    // The machine's clock may be wrong, so only the length of the token's life is read from it.
    const { iat, exp } = claims(jwt);
    held = { jwt, until: performance.now() + (exp - iat - MARGIN_SECONDS) * 1000 };
    return jwt;
  }

  return {
    canSignIn: true,
    isSignedIn: Boolean(session),
    async token(again = false) {
      if (!session) throw new SignedOut();
      if (!again && held && performance.now() < held.until) return held.jwt;
      asking ??= renew().finally(() => (asking = null));
      return asking;
    },
    signIn() {
      const page = new URL("/sign-in", base);
      page.searchParams.set("redirect_url", here());
      location.assign(page);
    },
    async signOut() {
      held = null;
      await ask("POST", `/v1/client/sessions/${session}/remove`).catch((error) => {
        if (!(error instanceof SignedOut)) throw error;
      });
    },
  };
}

function claims(jwt) {
  const middle = jwt.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
  return JSON.parse(atob(middle));
}

/** At a Clerk instance, by its own front end, which keeps the session and its tokens. */
async function openClerk({ publishableKey, frontendApi }) {
  await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${frontendApi}/npm/@clerk/clerk-js@5/dist/clerk.browser.js`;
    script.async = true;
    script.crossOrigin = "anonymous";
    script.setAttribute("data-clerk-publishable-key", publishableKey);
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => {
      script.remove();
      reject(new Unreachable("Clerk's script could not be loaded"));
    });
    document.head.append(script);
  });
  const clerk = window.Clerk;
  try {
    await clerk.load({ telemetry: false });
  } catch (cause) {
    throw new Unreachable("Clerk could not be asked", { cause });
  }
  return {
    canSignIn: true,
    isSignedIn: Boolean(clerk.session),
    async token(again = false) {
      const jwt = await clerk.session?.getToken({ skipCache: again });
      if (!jwt) throw new SignedOut();
      return jwt;
    },
    signIn: () => clerk.redirectToSignIn({ signInForceRedirectUrl: here(), signUpForceRedirectUrl: here() }),
    signOut: () => clerk.signOut({ redirectUrl: here() }),
  };
}
