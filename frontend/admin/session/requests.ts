/**
 * Every request that an editor's script sends to keep something (Wagtail's autosave and preview,
 * wagtail-localize's texts): where the session has ended it waits for the sign-in and is sent again.
 */

import { ask, type Session } from "./session.ts";
import { settings } from "./settings.ts";

const SAFE = new Set(["GET", "HEAD"]);
const FIELD = "csrfmiddlewaretoken";
const HEADER = "x-csrftoken";

function isLogIn(response: Response): boolean {
  return response.redirected && new URL(response.url).pathname === settings.login;
}

/** The request as it was, with the token of the new session. */
function renewed(init: RequestInit, token: string): RequestInit {
  const headers = new Headers(init.headers);
  if (headers.has(HEADER)) headers.set(HEADER, token);
  if (init.body instanceof FormData && init.body.has(FIELD)) init.body.set(FIELD, token);
  return { ...init, headers };
}

export function guardRequests(session: Session): void {
  const send = window.fetch.bind(window);
  window.fetch = async (input, init = {}) => {
    const response = await send(input, init);
    if (SAFE.has((init.method ?? "GET").toUpperCase())) return response;
    // 403: the token is that of the session before, or this is not allowed at all.
    if (!isLogIn(response) && response.status !== 403) return response;
    return send(input, renewed(init, await session.ready()));
  };
  // Dialogs of Wagtail send their forms by jQuery; they stay open, to be sent again.
  const { jQuery } = window as { jQuery?: (what: Document) => { on: Listen } };
  jQuery?.(document).on("ajaxError", () => {
    void ask().then((answer) => {
      if (answer === "ended") void session.ready();
    });
  });
}

type Listen = (event: string, listener: () => void) => void;
