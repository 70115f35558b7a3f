/** What can be wrong with a room: typed objects, worded by the page in the reader's language. */

export type Code =
  | "too_few_corners"
  | "too_many_corners"
  | "anticlockwise"
  | "wall_too_short"
  | "wall_too_long"
  | "walls_cross"
  | "walls_touch"
  | "room_too_low"
  | "room_too_high"
  | "start_outside"
  | "work_size"
  | "off_wall"
  | "door_off_wall"
  | "off_floor"
  | "overlap"
  | "label_hidden"
  | "door_blocked"
  | "passage_narrow"
  | "door_to_itself"
  | "door_without_return"
  | "without_door";

export type Severity = "error" | "warning";

const WARNINGS: ReadonlySet<Code> = new Set([
  "overlap",
  "label_hidden",
  "door_blocked",
  "passage_narrow",
  "door_without_return",
  "without_door",
]);

/** One finding; see `Problem` in the Python twin for what each key means. */
export interface Problem {
  readonly code: Code;
  readonly severity: Severity;
  readonly wall?: number;
  readonly work?: string;
  readonly field?: string;
  readonly against?: string | number;
  readonly value?: number;
  readonly limit?: number;
  /** The edge of the wall that is passed. */
  readonly side?: "left" | "right" | "bottom" | "top";
}

type Place = Omit<Problem, "code" | "severity">;

export function problem(code: Code, place: Place = {}): Problem {
  return { code, severity: WARNINGS.has(code) ? "warning" : "error", ...place };
}

/** To the nearest whole number, halves up, as in the Python twin. */
export function rounded(value: number): number {
  return Math.floor(value + 0.5);
}
