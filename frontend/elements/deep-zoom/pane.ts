/** One picture under OpenSeadragon: it knows its view in per cent, and can follow another pane. */

import OpenSeadragon from "openseadragon";

import type { View } from "./address.ts";
import type { Picture } from "./pictures.ts";

const STEP = 1.5;
/** Air around a detail, in parts of its size. */
const AIR = 0.15;
const PAN: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What OpenSeadragon shall open. Tiles are asked for where this page was, whatever info.json says. */
async function tileSource(picture: Picture): Promise<object> {
  if (!picture.tiled) return { type: "image", url: picture.source, buildPyramid: false };
  const address = new URL(picture.source, location.href);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return { ...((await response.json()) as object), id: address.href.replace(/\/info\.json$/, "") };
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

export class Pane {
  private constructor(
    readonly element: HTMLElement,
    readonly picture: Picture,
    private readonly viewer: OpenSeadragon.Viewer,
  ) {}

  /** Open a picture in an element; resolves when its first pixels can be drawn. */
  static async open(element: HTMLElement, picture: Picture): Promise<Pane> {
    const source = await tileSource(picture);
    keepStylesOut();
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const viewer = OpenSeadragon({
      element,
      tileSources: source,
      drawer: "canvas",
      showNavigationControl: false,
      keyboardNavEnabled: false,
      tabIndex: -1,
      animationTime: still ? 0 : 0.9,
      visibilityRatio: 0.6,
      maxZoomPixelRatio: 3,
      gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
      gestureSettingsTouch: { pinchRotate: false },
    });
    viewer.addOnceHandler("tile-drawn", () => element.querySelector(".zoom__first")?.remove());
    await new Promise<void>((resolve, reject) => {
      viewer.addOnceHandler("open", () => resolve());
      viewer.addOnceHandler("open-failed", (event) => reject(new Error(event.message)));
    });
    return new Pane(element, picture, viewer);
  }

  destroy(): void {
    this.viewer.destroy();
  }

  /** Call back whenever the picture is drawn anew (`drawn`), or has moved (`moved`). */
  watch(drawn: () => void, moved: () => void): void {
    this.viewer.addHandler("update-viewport", drawn);
    this.viewer.addHandler("viewport-change", moved);
    this.viewer.addHandler("rotate", moved);
  }

  act(name: string): void {
    const { viewport } = this.viewer;
    if (name === "closer") viewport.zoomBy(STEP).applyConstraints();
    if (name === "farther") viewport.zoomBy(1 / STEP).applyConstraints();
    if (name === "whole") viewport.setRotation(0).goHome();
    if (name === "rotate") viewport.setRotation((viewport.getRotation() + 90) % 360);
  }

  /** Move by an arrow key; false for every other key. */
  pan(key: string): boolean {
    const to = PAN[key];
    if (!to) return false;
    const { viewport } = this.viewer;
    const by = viewport.getBounds(true).width / 8;
    const delta = new OpenSeadragon.Point(to[0] * by, to[1] * by);
    viewport.panBy(delta.rotate(-viewport.getRotation())).applyConstraints();
    return true;
  }

  filter(value: string): void {
    this.viewer.canvas.style.filter = value;
  }

  /** The view that the picture rests in, or is on its way to. */
  get view(): View {
    const { viewport } = this.viewer;
    const { x, y, width, height } = viewport.getBoundsNoRotate();
    const tall = this.proportion;
    return {
      x: x * 100,
      y: (y / tall) * 100,
      width: width * 100,
      height: (height / tall) * 100,
      rotation: (viewport.getRotation() + 360) % 360,
    };
  }

  show(view: View): void {
    this.viewer.viewport.setRotation(view.rotation, true);
    this.viewer.viewport.fitBounds(this.rectangle(view), true);
  }

  /** Go to a detail, with some air around it. The motion is cut where the visitor wants none. */
  flyTo(region: Omit<View, "rotation">): void {
    const [across, down] = [region.width * AIR, region.height * AIR];
    const { viewport } = this.viewer;
    viewport.setRotation(0);
    const { x, y, width, height } = region;
    viewport.fitBounds(
      this.rectangle({
        x: x - across,
        y: y - down,
        width: width + 2 * across,
        height: height + 2 * down,
      }),
    );
  }

  /** Draw a frame around a detail; without a region, remove it. */
  frame(region?: Omit<View, "rotation">): void {
    this.viewer.clearOverlays();
    if (!region) return;
    const element = document.createElement("div");
    element.className = "zoom__frame";
    this.viewer.addOverlay({ element, location: this.rectangle(region) });
  }

  /** Show the same part of this picture, as large to its whole, as another pane does of its own. */
  follow(leader: Pane): void {
    const [own, other] = [this.viewer.viewport, leader.viewer.viewport];
    const centre = other.getCenter(true);
    const ratio = other.getZoom(true) / other.getHomeZoom();
    own.setRotation(other.getRotation(), true);
    own.zoomTo(own.getHomeZoom() * ratio, undefined, true);
    own.panTo(
      new OpenSeadragon.Point(centre.x, (centre.y / leader.proportion) * this.proportion),
      true,
    );
  }

  /** How many times closer than the whole it is seen, and where its middle lies in per cent. */
  get state(): { times: number; across: number; down: number; degrees: number } {
    const { viewport } = this.viewer;
    const { x, y } = viewport.getCenter();
    return {
      times: viewport.getZoom() / viewport.getHomeZoom(),
      across: x * 100,
      down: (y / this.proportion) * 100,
      degrees: viewport.getRotation(),
    };
  }

  /** CSS pixels a cm of the real thing; null where its size is unknown. */
  get scale(): number | null {
    const { widthCm } = this.picture;
    if (!widthCm) return null;
    const { viewport } = this.viewer;
    return (viewport.getContainerSize().x * viewport.getZoom(true)) / widthCm;
  }

  /** Height of the picture to its width, which is 1 in OpenSeadragon's own units. */
  private get proportion(): number {
    const size = this.viewer.world.getItemAt(0).getContentSize();
    return size.y / size.x;
  }

  private rectangle({ x, y, width, height }: Omit<View, "rotation">): OpenSeadragon.Rect {
    const tall = this.proportion;
    return new OpenSeadragon.Rect(x / 100, (y / 100) * tall, width / 100, (height / 100) * tall);
  }
}
