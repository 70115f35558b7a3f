/** What the page tells the uploader: addresses, limits, and texts in the curator's language. */

export type WordKey =
  | "browse"
  | "checking"
  | "discard"
  | "discarded"
  | "drop"
  | "duplicate"
  | "again"
  | "lost"
  | "made"
  | "open"
  | "refused"
  | "see"
  | "twice";

export type Words = Record<WordKey, string>;

export interface Settings {
  endpoint: string;
  language: string;
  /** Bytes of one file. */
  maxSize: number;
  words: Words;
}

/** A text with its `%(name)s` filled in. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/%\((\w+)\)s/g, (_, name: string) => values[name] ?? "");
}
