/**
 * A room's pictures: what one sees of it from its entrance, wide and tall, drawn in the background
 * by the walk itself and given back to `media/derivatives/browser/headless_browser.py`.
 *
 * The scene is at /scene.json, those of the rooms behind its doors at /neighbours.json; the page's
 * template holds the list of works, in the language of its own. Each picture goes to an address of
 * its name, as PNG; the page tells of what is thrown.
 */

import { fetchScene } from "../room-viewer/scene/fetching.ts";
import type { Scene } from "../room-viewer/scene/scene.ts";
import { fontsFor } from "../room-viewer/scene/text-layout.ts";
import { WorksList } from "../room-viewer/scene/works-list.ts";
import { Walk } from "../room-viewer/walk/walk.ts";
import { viewpointFor } from "./viewpoint.ts";

/** Wide ones for screens that lie, tall ones for phones; the view between them is cut at the edges. */
const PICTURES = { wide: [1600, 668], tall: [800, 1280] } as const;

const nothing = (): void => undefined;

/** The list without what would load and play. */
function listOfWorks(): WorksList {
  const works = document.createElement("ol");
  works.hidden = true;
  works.append(document.querySelector("template")!.content);
  for (const one of works.querySelectorAll("script, link, source, track")) one.remove();
  for (const image of works.querySelectorAll("img")) image.removeAttribute("srcset");
  document.body.append(works);
  return new WorksList(works);
}

async function neighbours(): Promise<Scene[]> {
  return (await (await fetch("/neighbours.json")).json()) as Scene[];
}

/** Take one picture, once all that it shows is there in full size. */
async function take(walk: Walk, canvas: HTMLCanvasElement, name: keyof typeof PICTURES) {
  const [width, height] = PICTURES[name];
  canvas.style.inlineSize = `${width}px`;
  canvas.style.blockSize = `${height}px`;
  const { engine, body } = walk;
  engine.resize();
  const works = engine.places.filter((place) => place.kind !== "door");
  const viewpoint = viewpointFor(body, works, walk.outline, engine.field.across);
  body.stand({ ...viewpoint, pitch: 0, eye: body.eye });
  engine.onFrame(0);
  await engine.sharpen(null);
  const picture = document.createElement("canvas");
  [picture.width, picture.height] = [width, height];
  // Copied in the moment of drawing: the browser clears what it has shown.
  engine.render();
  picture.getContext("2d")!.drawImage(canvas, 0, 0, width, height);
  const file = await new Promise<Blob | null>((done) => picture.toBlob(done, "image/png"));
  if (!file) throw new Error("The canvas gave no picture.");
  await fetch(`/${name}`, { method: "POST", body: file });
}

const canvas = document.querySelector("canvas")!;
canvas.style.position = "fixed";
canvas.style.maxInlineSize = "none";
const list = listOfWorks();
const scene = await fetchScene("/scene.json");
await fontsFor(list.all.map((listed) => listed.title + listed.element.textContent).join(""));
const events = {
  front: nothing,
  door: () => Promise.resolve(),
  moved: nothing,
  settled: nothing,
};
const walk = new Walk(canvas, false, () => true, events);
walk.learn(await neighbours());
walk.show(scene, list, null);
await walk.engine.complete;
for (const name of ["wide", "tall"] as const) {
  await take(walk, canvas, name);
  walk.body.enter(walk.scene!);
}
