/** One work on the elevation: a focusable button in SVG with the work's real picture, to scale. */

import { TEXT_LINE, TEXT_MARGIN } from "../../../../shared/geometry/index.ts";
import { attributes, html, svg } from "../../../../shared/dom.ts";
import type { Work } from "../../model/room.ts";

export interface Appearance {
  readonly roomHeight: number;
  readonly name: string;
  readonly selected: boolean;
  readonly locked: boolean;
  readonly problem: "error" | "warning" | null;
  readonly scale: number;
}

const LABEL = { width: 9, height: 6, gap: 6 };

export function makeWork(work: Work): SVGGElement {
  const group = svg("g", { class: `re-work re-work-${work.kind}`, role: "button", tabindex: 0 });
  group.append(svg("rect", { class: "re-frame" }));
  if (work.kind === "text") {
    group.append(svg("foreignObject", {}, html("div", { class: "re-text", dir: "auto" })));
  } else if (work.kind === "artifact" || work.kind === "picture") {
    group.append(svg("rect", { class: "re-sheet" }), svg("image", { class: "re-image" }));
  } else {
    group.append(svg("rect", { class: "re-sheet" }), svg("text", { class: "re-caption" }));
  }
  group.append(
    svg("rect", { class: "re-label" }),
    svg("rect", { class: "re-outline" }),
    svg("g", { class: "re-flag" }, svg("circle", {}), svg("text", {}, "!")),
  );
  return group;
}

/** Bring an element to what the work is now. */
export function drawWork(group: SVGGElement, work: Work, look: Appearance): void {
  const { width, height, border } = work;
  attributes(group, {
    transform: `translate(${work.x} ${look.roomHeight - work.y})`,
    "aria-label": look.name,
    "aria-pressed": String(look.selected),
    "data-frame": work.frame,
    "data-locked": look.locked,
    "data-problem": look.problem,
  });
  const part = (name: string): Element | null => group.querySelector(`.re-${name}`);
  box(part("frame"), width + 2 * border, height + 2 * border);
  box(part("sheet"), width, height);
  box(part("outline"), width + 2 * border, height + 2 * border);
  const image = part("image");
  if (image) {
    box(image, width, height);
    const sharp = width * look.scale > 200;
    const address = (sharp ? work.picture?.large : work.picture?.small) ?? null;
    attributes(image, { href: address, preserveAspectRatio: "none" });
    attributes(part("sheet")!, { fill: work.picture?.colour ?? null });
  }
  drawText(group, work);
  drawLabel(part("label")!, work);
  drawFlag(part("flag")!, work, look.scale);
}

function drawText(group: SVGGElement, work: Work): void {
  const holder = group.querySelector("foreignObject");
  if (holder) {
    box(holder, work.width, work.height);
    const text = holder.firstElementChild as HTMLElement;
    text.textContent = work.text;
    text.style.fontSize = `${TEXT_LINE * 0.68}px`;
    text.style.padding = `${TEXT_MARGIN}px`;
  }
  const caption = group.querySelector(".re-caption");
  if (caption) {
    caption.textContent = work.title;
    attributes(caption, { y: work.kind === "door" ? -work.height / 2 + 24 : 4 });
  }
}

function drawLabel(label: Element, work: Work): void {
  const { width, height, gap } = LABEL;
  const [right, bottom] = [work.width / 2 + work.border, work.height / 2 + work.border];
  const places: Record<string, { x: number; y: number }> = {
    right: { x: right + gap, y: bottom - height },
    left: { x: -right - gap - width, y: bottom - height },
    below: { x: -width / 2, y: bottom + gap },
  };
  const place = places[work.side];
  attributes(label, { width: place ? width : 0, height: place ? height : 0, ...place });
}

function drawFlag(flag: Element, work: Work, scale: number): void {
  // Outside the corner: on a small work it would hide the picture.
  const out = Math.min(work.width, work.height) * scale < 40 ? 8 / scale : 0;
  const [x, y] = [work.width / 2 + work.border + out, -work.height / 2 - work.border - out];
  attributes(flag, { transform: `translate(${x} ${y}) scale(${1 / scale})` });
  attributes(flag.querySelector("circle")!, { r: 9 });
}

/** A box about the origin. */
function box(element: Element | null, width: number, height: number): void {
  if (element) attributes(element, { x: -width / 2, y: -height / 2, width, height });
}
