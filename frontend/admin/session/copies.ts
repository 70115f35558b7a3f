/** Copies of what is typed, by account and page, on this computer until the museum has it. */

export interface Copy {
  at: number;
  action: string;
  /** The page's version that was opened. */
  revision: string;
  fields: [string, string][];
  /** Whether files were chosen, which no copy can hold. */
  files: boolean;
}

const PREFIX = "museum-typed:";
const SENT = "museum-sent";
/** Days that a copy waits for its owner. */
const DAYS = 30;
/** Whatever belongs to the page as it was opened, and not to what was typed. */
const PASSING = new Set(["csrfmiddlewaretoken", "next", "overwrite_revision_id"]);
const OPENED = new Set(["loaded_revision_id", "loaded_revision_created_at"]);

export function keyOf(user: number, path: string): string {
  return `${PREFIX}${user}:${path}`;
}

/** What stands in a form, as text. */
export function copyOf(form: FormData, action: string, at: number): Copy {
  const fields: [string, string][] = [];
  let files = false;
  for (const [name, value] of form) {
    if (typeof value !== "string") files ||= value.size > 0;
    else if (!PASSING.has(name)) fields.push([name, value]);
  }
  const revision = form.get("loaded_revision_id");
  return { at, action, files, fields, revision: typeof revision === "string" ? revision : "" };
}

/** Whether two copies hold the same typing. */
export function isSame(one: Copy, other: Copy): boolean {
  const typed = ({ fields }: Copy): string =>
    JSON.stringify(fields.filter(([name]) => !OPENED.has(name)));
  return typed(one) === typed(other);
}

export class Copies {
  constructor(
    private readonly local: Storage,
    private readonly tab: Storage,
  ) {}

  read(key: string): Copy | null {
    const text = this.local.getItem(key);
    return text ? (JSON.parse(text) as Copy) : null;
  }

  /** Keep a copy; where there is no room, those of other pages give way, the oldest first. */
  write(key: string, copy: Copy): void {
    const text = JSON.stringify(copy);
    for (;;) {
      try {
        this.local.setItem(key, text);
        return;
      } catch (error) {
        const oldest = this.others(key)[0];
        if (!oldest) {
          console.warn("No room for a copy of what is typed", error);
          return;
        }
        this.remove(oldest);
      }
    }
  }

  remove(key: string): void {
    this.local.removeItem(key);
  }

  /** Forget what nobody came back for. */
  sweep(now: number): void {
    for (const key of this.others("")) {
      if (now - (this.read(key)?.at ?? 0) > DAYS * 86_400_000) this.remove(key);
    }
  }

  /** Note that a form was sent: the next page says whether the museum took it. */
  noteSent(key: string): void {
    this.tab.setItem(SENT, key);
  }

  /** Forget the copy of the form that was sent where the museum has taken it. */
  settle(taken: boolean): void {
    const sent = this.tab.getItem(SENT);
    this.tab.removeItem(SENT);
    if (sent && taken) this.remove(sent);
  }

  /** The keys of all copies but one, the oldest first. */
  private others(but: string): string[] {
    return Object.keys(this.local)
      .filter((key) => key.startsWith(PREFIX) && key !== but)
      .sort((a, b) => (this.read(a)?.at ?? 0) - (this.read(b)?.at ?? 0));
  }
}
