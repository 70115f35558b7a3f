/** One look at a picture: OpenSeadragon on the dialog's stage, with the museum's own controls. */

import OpenSeadragon from "openseadragon";

import type { Words } from "../room-viewer/words.ts";
import { barLength, readView, writeView } from "./address.ts";

type Picture = { source: string; tiled: boolean; widthCm: number | null };

/** The scale bar is at most so long, in CSS pixels. */
const BAR = 140;
const STEP = 1.5;
/** How long a view rests before it is told, in ms: the visitor is not interrupted while moving. */
const REST = 600;
const PAN: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const KEYS: Record<string, string> = {
  "+": "closer",
  "=": "closer",
  "-": "farther",
  "0": "whole",
  Home: "whole",
  r: "rotate",
  f: "full",
};

/** What OpenSeadragon shall open. Tiles are asked for where this page was, whatever info.json says. */
async function tileSource(picture: Picture): Promise<object> {
  if (!picture.tiled) return { type: "image", url: picture.source, buildPyramid: false };
  const address = new URL(picture.source, location.href);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return { ...(await response.json()), id: address.href.replace(/\/info\.json$/, "") };
}

/**
 * OpenSeadragon would write a style element into the page, which the content-security policy
 * refuses; it leaves that where one with its mark is. This one is no HTML, and so no style sheet.
 */
function keepStylesOut(): void {
  if (document.querySelector("style[data-openseadragon-mobile-css]")) return;
  const mark = document.createElementNS("urn:museum", "style");
  mark.setAttribute("data-openseadragon-mobile-css", "");
  document.head.append(mark);
}

export class Look {
  private readonly gone = new AbortController();
  private rest = 0;

  private constructor(
    private readonly dialog: HTMLDialogElement,
    private readonly words: Words,
    private readonly picture: Picture,
    private readonly viewer: OpenSeadragon.Viewer,
  ) {
    const { signal } = this.gone;
    dialog.addEventListener("click", (event) => this.click(event), { signal });
    dialog.addEventListener("keydown", (event) => this.press(event), { signal });
    dialog.addEventListener("input", () => this.light(), { signal });
    viewer.addHandler("update-viewport", () => this.measure());
    viewer.addHandler("viewport-change", () => this.settle());
  }

  /** Open a picture on the dialog's stage; resolves when its first pixels can be drawn. */
  static async at(dialog: HTMLDialogElement, words: Words, picture: Picture): Promise<Look> {
    const source = await tileSource(picture);
    keepStylesOut();
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const viewer = OpenSeadragon({
      element: dialog.querySelector<HTMLElement>("[data-part=view]")!,
      tileSources: source as never,
      drawer: "canvas",
      showNavigationControl: false,
      keyboardNavEnabled: false,
      tabIndex: -1,
      animationTime: still ? 0 : 0.6,
      visibilityRatio: 0.6,
      maxZoomPixelRatio: 3,
      gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
    } as OpenSeadragon.Options);
    await new Promise<void>((resolve, reject) => {
      viewer.addOnceHandler("open", () => resolve());
      viewer.addOnceHandler("open-failed", (event) => reject(new Error(event.message)));
    });
    const look = new Look(dialog, words, picture, viewer);
    look.follow();
    look.settle();
    look.part("view").focus();
    return look;
  }

  dispose(): void {
    this.gone.abort();
    clearTimeout(this.rest);
    this.viewer.destroy();
    for (const input of this.dialog.querySelectorAll("input")) input.value = input.defaultValue;
    history.replaceState(history.state, "", location.pathname + location.search);
  }

  private part(name: string): HTMLElement {
    return this.dialog.querySelector<HTMLElement>(`[data-part=${name}]`)!;
  }

  private click(event: Event): void {
    const button = (event.target as Element).closest<HTMLElement>("[data-do]");
    if (button) this.act(button.dataset.do ?? "", button);
  }

  private press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
    const pan = PAN[event.key];
    const act = KEYS[event.key];
    if (!pan && !act) return;
    event.preventDefault();
    if (act) return this.act(act);
    const { viewport } = this.viewer;
    const by = viewport.getBounds(true).width / 8;
    const delta = new OpenSeadragon.Point(pan![0] * by, pan![1] * by);
    viewport.panBy(delta.rotate(-viewport.getRotation())).applyConstraints();
  }

  private act(name: string, button?: HTMLElement): void {
    const { viewport } = this.viewer;
    if (name === "closer") viewport.zoomBy(STEP).applyConstraints();
    if (name === "farther") viewport.zoomBy(1 / STEP).applyConstraints();
    if (name === "whole") viewport.setRotation(0).goHome();
    if (name === "rotate") viewport.setRotation((viewport.getRotation() + 90) % 360);
    if (name === "full") void this.fullScreen();
    if (name === "light") {
      const panel = this.part("light");
      panel.hidden = !panel.hidden;
      button?.setAttribute("aria-expanded", String(!panel.hidden));
    }
    if (name === "link") void this.copyLink();
  }

  private async fullScreen(): Promise<void> {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await this.dialog.requestFullscreen();
  }

  private async copyLink(): Promise<void> {
    this.remember();
    await navigator.clipboard.writeText(location.href);
    this.part("status").textContent = this.words.say("copied");
  }

  private light(): void {
    const value = (name: string): string =>
      this.dialog.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value ?? "100";
    const filter = `brightness(${value("brightness")}%) contrast(${value("contrast")}%)`;
    this.viewer.canvas.style.filter = filter;
  }

  /** Go to the view that the address names. */
  private follow(): void {
    const view = readView(location.hash);
    if (!view) return;
    const { viewport } = this.viewer;
    const tall = this.proportion;
    const { x, y, width, height } = view;
    viewport.setRotation(view.rotation, true);
    const bounds = new OpenSeadragon.Rect(x / 100, (y / 100) * tall, width / 100, (height / 100) * tall);
    viewport.fitBounds(bounds, true);
  }

  /** Height of the picture to its width, which is 1 in OpenSeadragon's own units. */
  private get proportion(): number {
    const size = this.viewer.world.getItemAt(0).getContentSize();
    return size.y / size.x;
  }

  /** Keep the scale bar true while the picture moves. */
  private measure(): void {
    const { widthCm } = this.picture;
    if (!widthCm) return;
    const { viewport } = this.viewer;
    const scale = (viewport.getContainerSize().x * viewport.getZoom(true)) / widthCm;
    const length = barLength(scale, BAR);
    const n = new Intl.NumberFormat(document.documentElement.lang).format(length);
    const bar = this.part("scale");
    bar.hidden = false;
    bar.style.inlineSize = `${length * scale}px`;
    bar.textContent = this.words.say("cm", { n });
  }

  /** Once the view rests: put it into the address, and say it. */
  private settle(): void {
    clearTimeout(this.rest);
    this.rest = window.setTimeout(() => {
      this.remember();
      this.say();
    }, REST);
  }

  private remember(): void {
    const { viewport } = this.viewer;
    const { x, y, width, height } = viewport.getBoundsNoRotate();
    const tall = this.proportion;
    const view = { x: x * 100, y: (y / tall) * 100, width: width * 100, height: (height / tall) * 100 };
    const hash = writeView({ ...view, rotation: (viewport.getRotation() + 360) % 360 });
    history.replaceState(history.state, "", hash);
  }

  private say(): void {
    const { viewport } = this.viewer;
    const centre = viewport.getCenter();
    const times = viewport.getZoom() / viewport.getHomeZoom();
    const number = (value: number, digits = 0): string =>
      new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: digits }).format(value);
    this.part("status").textContent = this.words.say(times < 1.05 ? "all" : "view", {
      times: number(times, 1),
      across: number(centre.x * 100),
      down: number((centre.y / this.proportion) * 100),
      degrees: number(viewport.getRotation()),
    });
  }
}
