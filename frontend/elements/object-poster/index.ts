/**
 * An object's poster: one picture of it, taken in the background and given back to `media/derivatives/browser/headless_browser.py`.
 * The object is at /model.glb, the picture goes to /poster; the page tells of what is thrown.
 */

import { loadModel } from "../../three/model.ts";
import { Stage } from "../../three/stage.ts";

const WIDTH = 1600;
const HEIGHT = 1200;

/** The dark ink that the object stands before, lit a little from above. */
function backdrop(pen: CanvasRenderingContext2D): void {
  const light = pen.createRadialGradient(
    WIDTH / 2,
    HEIGHT * 0.42,
    0,
    WIDTH / 2,
    HEIGHT * 0.42,
    WIDTH * 0.6,
  );
  light.addColorStop(0, "#34333b");
  light.addColorStop(1, "#17161b");
  pen.fillStyle = light;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
}

const canvas = document.querySelector("canvas")!;
const stage = new Stage(canvas, await loadModel("/model.glb"), 2048);
stage.resize(WIDTH, HEIGHT);
stage.camera.position.copy(stage.home());
stage.camera.lookAt(stage.centre);
stage.draw();
const picture = document.createElement("canvas");
picture.width = WIDTH;
picture.height = HEIGHT;
const pen = picture.getContext("2d")!;
backdrop(pen);
pen.drawImage(canvas, 0, 0, WIDTH, HEIGHT);
const body = await new Promise<Blob | null>((done) => picture.toBlob(done, "image/webp", 0.9));
if (!body) throw new Error("The canvas gave no picture.");
await fetch("/poster", { method: "POST", body });
