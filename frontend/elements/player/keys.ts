/** The player's keys, and how times are written. */

export type Action =
  | "play"
  | "back"
  | "forth"
  | "start"
  | "end"
  | "louder"
  | "quieter"
  | "mute"
  | "captions"
  | "describe"
  | "settings"
  | "full";

/** Time runs from left to right in every language, so the arrows do too. */
const KEYS: Record<string, Action> = {
  " ": "play",
  k: "play",
  ArrowLeft: "back",
  ArrowRight: "forth",
  ArrowUp: "louder",
  ArrowDown: "quieter",
  Home: "start",
  End: "end",
  m: "mute",
  c: "captions",
  d: "describe",
  f: "full",
  Escape: "settings",
};
/** What these keys do to a control is the control's own affair. */
const OWN: Record<string, RegExp> = {
  button: /^( |Enter)$/,
  select: /^( |Enter|Arrow.*|Home|End|[a-z])$/,
  input: /^(Arrow.*|Home|End|PageUp|PageDown)$/,
};

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

/** What a key asks for while `target` has the focus; undefined where it is not the player's. */
export function keyAction(event: Press, target: { localName: string }): Action | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (OWN[target.localName]?.test(event.key)) return undefined;
  return KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
}

/** A time as 1:05 or 1:01:05. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds || 0));
  const two = (number: number): string => String(number).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  const start = minutes >= 60 ? `${Math.floor(minutes / 60)}:${two(minutes % 60)}` : `${minutes}`;
  return `${start}:${two(whole % 60)}`;
}
