/** What the parts of the viewer need of their element. */

import type { Words } from "../../shared/words.ts";

export interface ObjectElement extends HTMLElement {
  readonly words: Words;
  /** The page's list of details, in their order. */
  readonly details: HTMLElement[];
  setState(state: ObjectState): void;
  /** End the look; the poster is shown again. */
  close(): void;
}

export type ObjectState = "poster" | "loading" | "ready" | "lost" | "unsupported" | "failed";
