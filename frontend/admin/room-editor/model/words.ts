/** Texts from the page: the server sends them in the curator's language. */

import type { Problem } from "../../../shared/geometry/index.ts";

export type Values = Record<string, string | number>;

export class Words {
  constructor(private readonly texts: Record<string, string>) {}

  /** The text of a key, with `%(name)s` filled in. */
  say(key: string, values: Values = {}): string {
    const text = this.texts[key] ?? key;
    return text.replace(/%\((\w+)\)s/g, (_, name: string) => String(values[name] ?? ""));
  }

  /** A problem of the geometry in words; walls count from 1. */
  problem({ code, value, limit, against }: Problem): string {
    const named = typeof against === "number" ? against + 1 : (against ?? "");
    return this.say(`problem_${code}`, { value: value ?? "", limit: limit ?? "", against: named });
  }
}
