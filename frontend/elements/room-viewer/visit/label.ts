/** A work's label in the walk: the item of the page's list, copied. */

import type { Place } from "../scene/place.ts";

/** The work's page, with its picture already open in the deep zoom. */
export const closer = ({ listed, picture }: Place): string =>
  listed.href + (picture && listed.href ? "#xywh=percent:0,0,100,100" : "");

/** A copied player begins anew; one that plays in the list already becomes the browser's own. */
function begin(player: HTMLElement): void {
  const media = player.querySelector<HTMLMediaElement>("video, audio");
  if (player.querySelector("[data-do=begin]")) delete player.dataset.state;
  else if (media) player.replaceWith(media);
  if (media) media.controls = true;
}

/** The work's own item of the list, with its label, words and film. */
export function labelOf(place: Place): HTMLElement {
  const copy = place.listed.element.cloneNode(true) as HTMLElement;
  for (const one of [copy, ...copy.querySelectorAll("[id]")]) one.removeAttribute("id");
  copy.removeAttribute("data-placement");
  for (const player of copy.querySelectorAll<HTMLElement>("museum-player")) begin(player);
  const item = document.createElement("div");
  item.className = copy.className;
  item.append(...copy.childNodes);
  return item;
}
