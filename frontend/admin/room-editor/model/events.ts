/** What the parts of the editor tell one another, without knowing each other. */

export interface EditorEvents {
  /** The room was read anew from the form. */
  room: undefined;
  /** Other works or another wall were chosen, or the editor took another place in the window. */
  shown: undefined;
  /** Something to say, in the curator's language. */
  said: string;
  /** The id of a work to bring into view and focus. */
  reveal: string;
  /** The focus has lost its work: the drawing of the wall takes it. */
  refocus: undefined;
  /** The id of a wall text to edit where it hangs. */
  write: string;
}

type Listener<Detail> = (detail: Detail) => void;

export class Events {
  private readonly listeners: {
    [Kind in keyof EditorEvents]?: Listener<EditorEvents[Kind]>[];
  } = {};

  on<Kind extends keyof EditorEvents>(kind: Kind, listener: Listener<EditorEvents[Kind]>): void {
    const listeners: Listener<EditorEvents[Kind]>[] = (this.listeners[kind] ??= []);
    listeners.push(listener);
  }

  tell<Kind extends keyof EditorEvents>(kind: Kind, detail: EditorEvents[Kind]): void {
    this.listeners[kind]?.forEach((listener) => listener(detail));
  }
}
