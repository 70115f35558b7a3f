/** Texts of the interface in the reader's language, by their keys: the page brings them. */

export type Values = Readonly<Record<string, string | number>>;

/** A text with its `{name}` or, as in gettext's catalogues, `%(name)s` filled in. */
export function filled(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}|%\((\w+)\)s/g, (_, name?: string, other?: string) =>
    String(values[name ?? other ?? ""] ?? ""),
  );
}

export class Words {
  constructor(private readonly texts: Readonly<Record<string, string>>) {}

  /** Reads `<template data-words><span data-word="enter">…</span>…</template>` in an element. */
  static in(element: HTMLElement): Words {
    const template = element.querySelector<HTMLTemplateElement>("template[data-words]");
    const spans = [...(template?.content.querySelectorAll<HTMLElement>("[data-word]") ?? [])];
    return new Words(
      Object.fromEntries(spans.map((span) => [span.dataset.word!, span.textContent.trim()])),
    );
  }

  /** The text of a key, with its values filled in. */
  say(key: string, values: Values = {}): string {
    return filled(this.texts[key] ?? "", values);
  }
}
