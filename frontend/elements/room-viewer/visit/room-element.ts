/** What the parts of a visit need of their element. */

import type { Words } from "../../../shared/words.ts";
import type { WorksList } from "../scene/works-list.ts";

export interface RoomElement extends HTMLElement {
  readonly words: Words;
  /** The page's list of works, read anew: another room's page brings another. */
  readonly list: WorksList;
  /** Stay with the list and say why; `offer` a way to the room all the same. */
  rest(reason: string, offer?: boolean): void;
}
