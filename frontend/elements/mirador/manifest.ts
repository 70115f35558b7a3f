/** A manifest as Mirador reads it best: one language of each annotation, and no 3D models. */

interface Body {
  type?: string;
  value?: string;
  language?: string;
  format?: string;
  items?: Body[];
}

interface Annotation {
  body: Body | Body[];
}

interface Page {
  items: Annotation[];
}

interface Canvas {
  items: Page[];
  annotations?: Page[];
}

export interface Manifest {
  id: string;
  items?: Canvas[];
}

/**
 * What the museum says of itself names its public address; this page may be open under another name
 * of the same server, whose policy lets it read from itself alone.
 */
export function atHome<Described extends { id: string }>(
  told: Described,
  origin: string,
): Described {
  const own = JSON.stringify(new URL(told.id).origin).slice(1, -1);
  return JSON.parse(JSON.stringify(told).replaceAll(`"${own}/`, `"${origin}/`)) as Described;
}

/**
 * Mirador shows an annotation's bodies one after the other, whatever their languages: leave the
 * reader's (or the first, where it has none). It knows no models: leave the poster.
 */
export function readable(manifest: Manifest, language: string): Manifest {
  if (!manifest.items) return manifest;
  const canvases = manifest.items.map((canvas) => ({
    ...canvas,
    items: canvas.items.map((page) => mapped(page, withoutModels)),
    ...(canvas.annotations && {
      annotations: canvas.annotations.map((page) =>
        mapped(page, (body) => inLanguage(body, language)),
      ),
    }),
  }));
  return { ...manifest, items: canvases };
}

function mapped(page: Page, change: (body: Body | Body[]) => Body | Body[]): Page {
  return { ...page, items: page.items.map((one) => ({ ...one, body: change(one.body) })) };
}

function withoutModels(body: Body | Body[]): Body | Body[] {
  if (Array.isArray(body) || body.type !== "Choice") return body;
  const seen = body.items?.filter((item) => item.type !== "Model") ?? [];
  return seen.length === 1 ? seen[0]! : { ...body, items: seen };
}

function inLanguage(body: Body | Body[], language: string): Body | Body[] {
  if (!Array.isArray(body)) return body;
  const texts = body.filter((one) => one.type === "TextualBody");
  const chosen = texts.find((one) => one.language === language) ?? texts[0];
  return chosen ? [asMarkup(chosen)] : body;
}

/** Lines stay lines: Mirador reads every text as HTML, which it cleans itself. */
function asMarkup(body: Body): Body {
  if (body.format === "text/html") return body;
  const escaped = (body.value ?? "").replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return { ...body, value: escaped.replace(/\n/g, "<br>"), format: "text/html" };
}
