/** What the page tells the uploader: addresses, limits, and texts in the curator's language. */

type TextKey =
  | "browse"
  | "checking"
  | "discard"
  | "discarded"
  | "drop"
  | "duplicate"
  | "kinds"
  | "again"
  | "lost"
  | "made"
  | "open"
  | "refused"
  | "see"
  | "twice";

export type Texts = Readonly<Record<TextKey, string>>;

export interface Settings {
  endpoint: string;
  language: string;
  /** Bytes of one file. */
  maxSize: number;
  /** Endings of the names of the files that are taken, such as `.jpg`. */
  endings: string[];
  words: Texts;
}
