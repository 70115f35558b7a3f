/**
 * `<deep-zoom>`: look at a picture to its last stroke. One element serves all pictures of a page.
 *
 * It opens every link with `data-zoom`, whose `href` is the large picture, which is all there is without
 * scripts. `data-source` is the address of info.json, or of one picture with `data-kind="image"`;
 * `data-width-cm` the real width, for the scale bar; `data-details` the id of the list of its details.
 * Inside stand two templates: the stage (a dialog) and the words.
 * `data-state` tells closed, loading, ready or failed. Methods: `open(picture, where)`, `close()`.
 * The view is kept in the address as `#xywh=percent:x,y,w,h&rotate=90`, with the picture's name before it
 * where it is not the first (`#page-12&xywh=…`), or as `#detail-…`; such a link opens it again.
 * OpenSeadragon is loaded when the visitor asks to look, never before.
 */

import { Words } from "../../shared/words.ts";
import { readDetail, readPlace, withoutView, type View } from "./address.ts";
import type { Look } from "./look.ts";
import { pictureNamed, pictureOf, pictureWith, type Picture } from "./pictures.ts";

interface Where {
  view?: View;
  detail?: string;
}

export class DeepZoom extends HTMLElement {
  private look: Look | null = null;
  private dialog: HTMLDialogElement | null = null;
  private opener: HTMLElement | null = null;
  private words!: Words;
  private readonly gone = new AbortController();

  connectedCallback(): void {
    if (this.dataset.state) return;
    this.dataset.state = "closed";
    this.words = Words.in(this);
    const { signal } = this.gone;
    document.addEventListener("click", (event) => this.clicked(event), { signal });
    addEventListener("hashchange", () => this.follow(), { signal });
    this.follow();
  }

  disconnectedCallback(): void {
    this.gone.abort();
    this.close();
  }

  async open(picture: Picture, where: Where = {}): Promise<void> {
    const dialog = this.stage();
    if (!dialog || dialog.open) return;
    this.begin(dialog, picture, !where.view && !where.detail);
    try {
      const { Look } = await import("./look.ts");
      this.look = await Look.at(dialog, this.words, picture, where);
      if (!dialog.open) {
        this.end();
        return;
      }
      this.dataset.state = "ready";
    } catch (error) {
      console.error(error);
      this.tell("failed");
    }
  }

  close(): void {
    this.dialog?.close();
  }

  private clicked(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>(
      "a[data-zoom], [data-region] > a",
    );
    if (!link) return;
    const detail = readDetail(link.hash);
    const picture = detail ? pictureWith(detail) : pictureOf(link);
    if (!picture) return;
    event.preventDefault();
    void this.open(picture, detail ? { detail } : {});
  }

  /** Open what the address names. */
  private follow(): void {
    const place = readPlace(location.hash);
    const detail = readDetail(location.hash);
    const picture = place ? pictureNamed(place.name) : detail ? pictureWith(detail) : undefined;
    if (picture) void this.open(picture, place ? { view: place.view } : { detail: detail ?? "" });
  }

  /** Show what the page has of the picture already, while its tiles are brought. */
  private begin(dialog: HTMLDialogElement, picture: Picture, whole: boolean): void {
    const view = dialog.querySelector<HTMLElement>("[data-part=view]")!;
    const first = document.createElement("img");
    first.className = "zoom__first";
    first.alt = "";
    if (whole && picture.shown?.currentSrc) first.src = picture.shown.currentSrc;
    view.replaceChildren(...(first.src ? [first] : []));
    dialog.querySelector("[data-part=title]")!.textContent = picture.title;
    this.opener = document.activeElement === document.body ? picture.link : null;
    dialog.showModal();
    this.tell("loading");
  }

  private end(): void {
    this.look?.dispose();
    this.look = null;
    this.dialog?.querySelector("[data-part=view]")?.replaceChildren();
    this.dataset.state = "closed";
    // Opened by an address, such as a room's, it leaves the focus at the picture that was looked at.
    this.opener?.focus();
    this.opener = null;
    history.replaceState(
      history.state,
      "",
      location.pathname + location.search + withoutView(location.hash),
    );
  }

  /** Loading and failing are said to everybody: on the stage and to screen readers. */
  private tell(state: "loading" | "failed"): void {
    this.dataset.state = state;
    const status = this.dialog?.querySelector("[data-part=status]");
    if (status) status.textContent = this.words.say(state);
  }

  private stage(): HTMLDialogElement | null {
    if (this.dialog) return this.dialog;
    const template = this.querySelector<HTMLTemplateElement>("template[data-stage]");
    if (!template) return null;
    this.append(template.content.cloneNode(true));
    this.dialog = this.querySelector("dialog");
    this.dialog?.querySelector("[data-do=close]")?.addEventListener("click", () => this.close());
    this.dialog?.addEventListener("close", () => this.end());
    return this.dialog;
  }
}

customElements.define("deep-zoom", DeepZoom);
