/** Words for the interface: the page brings them translated, in a template inside the element. */

export class Words {
  private readonly words = new Map<string, string>();

  /** Reads `<template data-words><span data-word="enter">…</span>…</template>`. */
  constructor(element: HTMLElement) {
    const template = element.querySelector<HTMLTemplateElement>("template[data-words]");
    for (const word of template?.content.querySelectorAll<HTMLElement>("[data-word]") ?? []) {
      this.words.set(word.dataset.word ?? "", word.textContent?.trim() ?? "");
    }
  }

  /** The words for `key`, with `{name}` filled in. */
  say(key: string, values: Record<string, string | number> = {}): string {
    const words = this.words.get(key) ?? "";
    return words.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
  }
}
