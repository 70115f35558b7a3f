/** Making elements in short. */

type Attributes = Record<string, string | number | boolean | null | undefined>;
type Child = Node | string | null;

const SVG = "http://www.w3.org/2000/svg";

/** Set attributes; true means present, false, null and undefined mean absent. */
export function attributes(element: Element, values: Attributes): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === false || value === null || value === undefined) {
      if (element.hasAttribute(name)) element.removeAttribute(name);
    } else {
      const text = value === true ? "" : String(value);
      if (element.getAttribute(name) !== text) element.setAttribute(name, text);
    }
  }
}

export function html<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  values: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  attributes(element, values);
  element.append(...children.filter((child) => child !== null));
  return element;
}

export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  values: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS(SVG, tag);
  attributes(element, values);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A symbol of Wagtail's own set. */
export function icon(name: string): SVGSVGElement {
  return svg(
    "svg",
    { class: `icon icon-${name}`, "aria-hidden": "true" },
    svg("use", { href: `#icon-${name}` }),
  );
}

/** A button with a text, or with a drawing whose name is spoken and shown as a tip. */
export function button(
  label: string,
  act: () => void,
  drawing: Element | null = null,
  name = "",
): HTMLButtonElement {
  const made = html("button", { type: "button", class: "re-button", "data-command": name || null });
  if (drawing) {
    attributes(made, { "aria-label": label, title: label });
    made.append(drawing);
  } else {
    made.textContent = label;
  }
  made.addEventListener("click", act);
  return made;
}

/**
 * Let a finger drag these parts of a drawing instead of scrolling the page. `touch-action` would not
 * do: inside a drawing it has no effect.
 */
export function heldByTouch(drawing: Element, parts: string): void {
  const hold = (event: Event): void => {
    if (event.cancelable && (event.target as Element).closest(parts)) event.preventDefault();
  };
  drawing.addEventListener("touchstart", hold, { passive: false });
}

/**
 * Keep one element an item, in order: existing ones are reused, so that focus and images stay.
 * An element is moved only where it stands wrong.
 */
export function keyed<Item extends { id: string }, Made extends Element>(
  parent: Element,
  items: readonly Item[],
  make: (item: Item) => Made,
  update: (element: Made, item: Item) => void,
): void {
  const old = new Map<string, Made>();
  for (const child of Array.from(parent.children)) {
    old.set(child.getAttribute("data-id") ?? "", child as Made);
  }
  const focused = document.activeElement;
  const kept = new Set(items.map((item) => item.id));
  old.forEach((element, id) => kept.has(id) || element.remove());
  items.forEach((item, index) => {
    const element = old.get(item.id) ?? make(item);
    element.setAttribute("data-id", item.id);
    update(element, item);
    if (parent.children[index] !== element)
      parent.insertBefore(element, parent.children[index] ?? null);
  });
  if (focused && focused !== document.activeElement && parent.contains(focused)) {
    (focused as HTMLElement).focus({ preventScroll: true });
  }
}
