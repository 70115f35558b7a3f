/** Two or more panels in one place, chosen by tabs: arrow keys move between them. */

import { attributes, html } from "../../../shared/dom.ts";

interface Tab {
  readonly label: string;
  readonly panel: HTMLElement;
  /** Called when the panel comes to be seen. */
  readonly shown?: () => void;
}

export function tabs(label: string, name: string, all: readonly Tab[]): HTMLElement {
  const list = html("div", { class: "re-tabs", role: "tablist", "aria-label": label });
  const made = all.map((tab, index) =>
    html(
      "button",
      { type: "button", class: "re-tab", role: "tab", id: `re-${name}-${index}` },
      tab.label,
    ),
  );
  const choose = (index: number): void => {
    made.forEach((tab, at) => {
      attributes(tab, { "aria-selected": String(at === index), tabindex: at === index ? 0 : -1 });
      all[at]!.panel.hidden = at !== index;
    });
    all[index]!.shown?.();
  };
  made.forEach((tab, index) => {
    attributes(all[index]!.panel, { role: "tabpanel", "aria-labelledby": tab.id });
    tab.addEventListener("click", () => choose(index));
    tab.addEventListener("keydown", (event) => {
      const rtl = getComputedStyle(list).direction === "rtl";
      const by = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key];
      if (!by) return;
      event.preventDefault();
      event.stopPropagation();
      const next = (index + by + made.length) % made.length;
      choose(next);
      made[next]!.focus();
    });
  });
  list.append(...made);
  all.slice(1).forEach(({ panel }) => (panel.hidden = true));
  choose(0);
  return html("div", { class: "re-tabbed" }, list, ...all.map(({ panel }) => panel));
}
