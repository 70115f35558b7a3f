/** What the page brings for this script (`museum/signing_in/session.py`). */

import { Words } from "../../shared/words.ts";

interface Settings {
  /** Where to ask who is signed in. */
  session: string;
  login: string;
  /** The log-in, and after it the page that says so. */
  signIn: string;
  words: Record<string, string>;
}

export interface Account {
  user: number;
  name: string;
  /** What a form must bring (Django's `csrfmiddlewaretoken`). */
  token: string;
}

export type Answer = Account | "ended" | "silent";

const data = document.getElementById("session-settings")?.textContent ?? "{}";
export const settings = JSON.parse(data) as Settings;
export const words = new Words(settings.words ?? {});
/** Other tabs hear here that somebody has signed in. */
export const channel = new BroadcastChannel("museum-signed-in");
