/** The pictures of a page that can be looked at closely: every link with `data-zoom`, in the page's order. */

export interface Picture {
  /** What opens it. */
  link: HTMLAnchorElement;
  /** Its part of the address; empty for the first, which needs none. */
  name: string;
  title: string;
  source: string;
  tiled: boolean;
  widthCm: number | null;
  /** The list of its details. */
  details: HTMLElement | null;
  /** What the page shows of it already. */
  shown: HTMLImageElement | null;
}

export function pictures(): Picture[] {
  return links().map((link, place) => ({
    ...read(link),
    name: place ? (link.dataset.zoom ?? "") : "",
  }));
}

/** The picture that a link leads to. */
export function pictureOf(link: HTMLAnchorElement): Picture | undefined {
  return pictures()[links().indexOf(link)];
}

/** The picture with a name, or with a detail of that id. */
export function pictureNamed(name: string): Picture | undefined {
  return pictures()[name ? links().findIndex((link) => link.dataset.zoom === name) : 0];
}

export function pictureWith(detail: string): Picture | undefined {
  const element = document.getElementById(detail);
  return pictures().find((picture) => picture.details?.contains(element));
}

function links(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>("a[data-zoom]")];
}

function read(link: HTMLAnchorElement): Picture {
  const { source = "", kind, title = "", widthCm, details } = link.dataset;
  return {
    link,
    name: "",
    title,
    source,
    tiled: kind === "iiif",
    widthCm: Number(widthCm) || null,
    details: details ? document.getElementById(details) : null,
    shown: link.closest("figure, li")?.querySelector("img") ?? null,
  };
}
