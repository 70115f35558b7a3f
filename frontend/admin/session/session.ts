/** The session of who edits: asks whether it lasts, and waits for the sign-in where it has ended. */

import type { Notice } from "./notice.ts";
import { type Account, type Answer, channel, settings } from "./settings.ts";

const RETRY = 5_000;
const send = window.fetch.bind(window);

/** Who is signed in now, as the museum says it. */
export async function ask(): Promise<Answer> {
  const headers = { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" };
  try {
    const response = await send(settings.session, { headers });
    if (response.ok) return (await response.json()) as Account;
    return response.status === 403 ? "ended" : "silent";
  } catch {
    return "silent";
  }
}

export class Session {
  /** Who opened this page; what is typed in it is saved as theirs. */
  private owner = 0;
  private renewal: Promise<string> | null = null;

  constructor(
    private readonly notice: Notice,
    private readonly onEnd: () => void,
  ) {}

  async open(): Promise<number> {
    const answer = await ask();
    if (typeof answer === "object") this.owner = answer.user;
    return this.owner;
  }

  /** Is something waiting for a sign-in? */
  get waiting(): boolean {
    return this.notice.shown;
  }

  /** Resolves with a valid token once the page's owner is signed in: mostly at once. */
  ready(): Promise<string> {
    this.renewal ??= this.renew().finally(() => (this.renewal = null));
    return this.renewal;
  }

  private async renew(): Promise<string> {
    for (;;) {
      const answer = await ask();
      if (typeof answer === "object") {
        this.owner ||= answer.user;
        if (answer.user === this.owner) return this.take(answer.token);
      }
      if (!this.waiting) this.onEnd();
      const accepted = this.notice.show(answer);
      await Promise.race([accepted.then(() => (this.owner = 0)), news(answer === "silent")]);
    }
  }

  private take(token: string): string {
    this.notice.hide();
    for (const input of document.getElementsByName("csrfmiddlewaretoken")) {
      (input as HTMLInputElement).value = token;
    }
    // Wagtail's scripts read it for every request.
    if (window.wagtailConfig) window.wagtailConfig.CSRF_TOKEN = token;
    return token;
  }
}

/** Resolves when somebody may have signed in: another tab says so, or this one is looked at again. */
function news(soon: boolean): Promise<void> {
  return new Promise((resolve) => {
    const listening = new AbortController();
    const done = (): void => {
      listening.abort();
      resolve();
    };
    const { signal } = listening;
    channel.addEventListener("message", done, { signal });
    window.addEventListener("focus", done, { signal });
    document.addEventListener("visibilitychange", done, { signal });
    if (soon) setTimeout(done, RETRY);
  });
}
