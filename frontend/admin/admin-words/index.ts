/**
 * Wagtail and its companions write some words in English alone: here they are said in the editor's
 * language, with the words of the scripts' catalogue (`locale/<language>/LC_MESSAGES/djangojs.po`).
 */

import { type Gettext, said } from "./words.ts";

/** Where such words stand; what editors wrote themselves is not looked at. */
const PLACES = [
  "#w-slim-header-buttons",
  ".pagination__end",
  ".w-drilldown__toggle",
  ".w-dropdown__toggle .w-sr-only",
  "input[type=submit]",
  "label",
  "section h3",
  "section li.complete li",
  "td.title > h3",
  "th",
  "th > a",
].join(",");

const language = document.documentElement.lang;
const { gettext } = window as unknown as { gettext: Gettext };

function sayIn(element: Element): void {
  for (const node of element.childNodes) {
    if (!(node instanceof Text)) continue;
    const words = said(node.data, language, gettext);
    if (words !== node.data) node.data = words;
  }
  for (const name of ["aria-label", "value"]) {
    const text = element.getAttribute(name);
    const words = text && said(text, language, gettext);
    if (words && words !== text) element.setAttribute(name, words);
  }
}

function sayEverywhere(): void {
  for (const element of document.querySelectorAll(PLACES)) sayIn(element);
}

if (language !== "en") {
  let asked = 0;
  // Words of scripts come later: with a menu that opens, with the translation editor.
  new MutationObserver(() => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(sayEverywhere);
  }).observe(document.body, { characterData: true, childList: true, subtree: true });
  sayEverywhere();
}
