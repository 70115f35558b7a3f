/**
 * Two translators on one text. wagtail-localize's editor saves a text without saying which one it
 * had before it; here each save says so (`seen`), and where somebody else has saved meanwhile the
 * server answers 409 with theirs: both are shown, and nothing is written over unseen.
 */

import { ask, type Conflict } from "./ask.ts";

interface Translation {
  segment_id: number;
  data: string;
}

interface Props {
  segments: { type: string; id: number; editUrl: string }[];
  initialStringTranslations: Translation[];
}

/** The text that this editor has last seen at each address that saves one. */
const seen = new Map<string, string>();
const send = window.fetch.bind(window);

function read(editor: HTMLElement): void {
  const props = JSON.parse(editor.dataset.props ?? "{}") as Props;
  const texts = new Map(props.initialStringTranslations.map((one) => [one.segment_id, one.data]));
  for (const segment of props.segments) {
    if (segment.type === "string") seen.set(segment.editUrl, texts.get(segment.id) ?? "");
  }
}

async function save(url: string, init: RequestInit): Promise<Response> {
  const body = init.body instanceof FormData ? init.body : new FormData();
  body.set("seen", seen.get(url) ?? "");
  const response = await send(url, { ...init, body });
  if (response.status === 409) return decide(url, { ...init, body }, response);
  if (response.ok) {
    const { data } = (await response.clone().json()) as Translation;
    seen.set(url, init.method === "PUT" ? data : "");
  }
  return response;
}

async function decide(url: string, init: RequestInit, response: Response): Promise<Response> {
  const conflict = (await response.json()) as Conflict & { stored: Translation };
  const body = init.body as FormData;
  seen.set(url, conflict.theirs);
  const text = await ask(conflict, (body.get("value") as string | null) ?? "");
  if (text !== null) {
    body.set("value", text);
    return save(url, { ...init, method: "PUT" });
  }
  // The editor believes that a text it took away is gone.
  if (init.method === "DELETE") location.reload();
  return new Response(JSON.stringify(conflict.stored), { status: 200 });
}

const editor = document.querySelector<HTMLElement>(".js-translation-editor");
if (editor) {
  read(editor);
  window.fetch = (input, init = {}) =>
    typeof input === "string" && seen.has(input) && ["PUT", "DELETE"].includes(init.method ?? "")
      ? save(input, init)
      : send(input, init);
}
