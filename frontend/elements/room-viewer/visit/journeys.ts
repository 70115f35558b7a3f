/** From room to room around a walk that goes on living: doors, the plan, the browser's history. */

import { fetchScene } from "../scene/fetching.ts";
import type { Scene } from "../scene/scene.ts";
import { fontsFor } from "../scene/text-layout.ts";
import { fetchPage, forget, takePage } from "./passing.ts";
import type { RoomElement } from "./room-element.ts";

export class Journeys {
  private path = location.pathname;
  /** Counts the ways to other rooms: only the last one asked for arrives. */
  private count = 0;

  constructor(
    private readonly element: RoomElement,
    private readonly arrived: (scene: Scene, page: Document) => Promise<void>,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Is the shown room's page the one that the address names? */
  get isHere(): boolean {
    return location.pathname === this.path;
  }

  /**
   * Go on to another room's page, or load the page whole where it has no walk.
   * `back`: the browser's history leads there, and its address stands there already.
   */
  async travel(href: string, back: boolean): Promise<void> {
    const [address] = href.split("#") as [string];
    const journey = ++this.count;
    try {
      const page = await fetchPage(address);
      const scene = page && (await sceneOf(page));
      if (journey !== this.count) return;
      if (!page || !scene) {
        load(href, back);
        return;
      }
      takePage(this.element, page);
      if (!back) history.pushState({ room: true }, "", href);
      this.path = location.pathname;
      await this.arrived(scene, page);
    } catch (error) {
      if (back) load(href, back);
      else this.failed(error);
    } finally {
      forget(address);
    }
  }
}

async function sceneOf(page: Document): Promise<Scene> {
  const scene = await fetchScene(page.querySelector("museum-room")!.getAttribute("scene")!);
  await fontsFor(page.querySelector("main")?.textContent ?? "");
  return scene;
}

/** Load a page whole. */
function load(href: string, isThere: boolean): void {
  if (isThere) location.reload();
  else location.assign(href);
}
