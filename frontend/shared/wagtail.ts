/** The part of Wagtail's StreamField in the browser that the editors use (Wagtail 8). */

/** What a block gives and takes: strings for inputs, arrays for selects, objects for choosers. */
export type State = unknown;
export type Fields = Record<string, State>;

/** A field's state as the text that an input shows; empty where it is no text and no number. */
export function textOf(state: State): string {
  return typeof state === "string" || typeof state === "number" ? String(state) : "";
}

export interface BlockState {
  type: string;
  value: Fields;
  id: string;
}

export interface FieldBlock {
  getState(): State;
  setState(state: State): void;
  focus(): void;
  readonly element?: HTMLElement;
  readonly field?: HTMLElement;
}

export interface StructBlock {
  readonly childBlocks: Record<string, FieldBlock>;
  readonly container: ArrayLike<HTMLElement>;
  getState(): Fields;
}

export interface ListBlock extends FieldBlock {
  readonly children: readonly { readonly block: StructBlock }[];
  insert(value: Fields, index: number): void;
}

export interface StreamChild {
  readonly id: string;
  readonly type: string;
  readonly block: StructBlock;
  readonly element: HTMLElement;
  getState(): BlockState;
  expand?(): void;
}

export interface StreamBlock extends FieldBlock {
  readonly children: StreamChild[];
  readonly container: ArrayLike<HTMLElement>;
  readonly blockDef: { initialChildStates: Record<string, Fields> };
  insert(state: BlockState, index: number): StreamChild;
  deleteBlock(index: number): void;
  moveBlock(from: number, to: number): void;
}

export interface StreamBlockDefinition {
  readonly meta: unknown;
  render(placeholder: HTMLElement, prefix: string, state: State, error: unknown): StreamBlock;
}

declare global {
  interface Window {
    telepath: { register(name: string, constructor: unknown): void };
    wagtailStreamField: {
      blocks: { StreamBlockDefinition: new (...args: never[]) => StreamBlockDefinition };
    };
    Draftail: { serialiseEditorStateToRaw(state: unknown): unknown };
    wagtailConfig?: { ACTIVE_CONTENT_LOCALE?: string; CSRF_TOKEN?: string };
  }
}

/** The input behind a rich text, which Wagtail's Draftail writes a quarter of a second after its editor. */
interface DraftailInput extends HTMLInputElement {
  readonly draftailEditor?: { getEditorState(): unknown };
}

interface RawText {
  blocks: { inlineStyleRanges: { style: string }[] }[];
}

/** Draftail's own marks of where curators' comments stand; they are not stored with the text. */
const COMMENT_MARK = /^(COMMENT-|STYLE_RERENDER_)/;

/** Write rich texts into their inputs now: who sends the form next must find them there. */
export function settleTexts(within: ParentNode): void {
  for (const input of within.querySelectorAll<DraftailInput>("input[type=hidden]")) {
    const state = input.draftailEditor?.getEditorState();
    if (!state) continue;
    const raw = window.Draftail.serialiseEditorStateToRaw(state) as RawText | null;
    for (const block of raw?.blocks ?? []) {
      block.inlineStyleRanges = block.inlineStyleRanges.filter(
        ({ style }) => !COMMENT_MARK.test(style),
      );
    }
    input.value = JSON.stringify(raw);
  }
}

/**
 * The button of the page that stands where `button` stood: Wagtail draws its buttons anew after it
 * saved a draft by itself, and a press on the former one reaches nobody.
 */
export function standingNow<T extends HTMLButtonElement | HTMLInputElement>(button: T): T {
  if (button.isConnected) return button;
  const says = (one: T): string => one.dataset.wProgressLabelValue ?? one.textContent.trim();
  const alike = (one: T): boolean =>
    one.name === button.name &&
    one.dataset.workflowActionName === button.dataset.workflowActionName &&
    says(one) === says(button);
  const all = document.querySelectorAll<T>(button.localName);
  return [...all].find(alike) ?? button;
}
