/** The details' numbers on the object: buttons in the page that hide when they are behind it. */

import { Mesh, Raycaster, Vector3 } from "three";

import type { Words } from "../../shared/words.ts";
import type { Stage } from "../../three/stage.ts";

/** How much nearer than the point something must be to hide it, where the object's radius is 1. */
const CLEARANCE = 0.03;
/** Beyond so many triangles times points it is only asked which way a point faces. */
const MOST_TESTS = 8_000_000;

interface Marker {
  readonly button: HTMLButtonElement;
  readonly point: Vector3;
  readonly normal: Vector3;
  covered: boolean;
}

/** Three numbers of an attribute; the fallback where they are no such thing. */
export function readVector(text: string | undefined, fallback: Vector3): Vector3 {
  const numbers = (text ?? "").trim().split(/\s+/).map(Number);
  if (numbers.length !== 3 || !numbers.every(Number.isFinite)) return fallback.clone();
  return new Vector3(...(numbers as [number, number, number]));
}

export class Points {
  private readonly markers: Marker[];
  private readonly caster = new Raycaster();
  private readonly seen = new Vector3();

  constructor(
    private readonly stage: Stage,
    holder: HTMLElement,
    details: readonly HTMLElement[],
    words: Words,
  ) {
    this.markers = details.map((detail, index) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "object__point";
      button.dataset.number = String(index + 1);
      button.textContent = String(index + 1);
      const title = detail.dataset.title ?? "";
      button.setAttribute("aria-label", words.say("detail", { number: index + 1, title }));
      holder.append(button);
      return { button, ...this.place(detail), covered: false };
    });
    this.settle();
  }

  /** Where a detail lies in the world, and which way it faces. */
  place(detail: HTMLElement): { point: Vector3; normal: Vector3 } {
    const point = readVector(detail.dataset.point, new Vector3());
    const normal = readVector(detail.dataset.normal, new Vector3(0, 0, 1));
    this.stage.pivot.localToWorld(point);
    return { point, normal: normal.lengthSq() ? normal.normalize() : new Vector3(0, 0, 1) };
  }

  /** Mark the detail that is shown; 0 for none. */
  mark(number: number): void {
    for (const { button } of this.markers) {
      button.toggleAttribute("data-shown", button.dataset.number === String(number));
    }
  }

  /** Move the buttons with the object. */
  follow(): void {
    this.stage.camera.updateMatrixWorld();
    const { clientWidth: width, clientHeight: height } = this.stage.canvas;
    for (const marker of this.markers) {
      const { point, button } = marker;
      const { x, y, z } = this.seen.copy(point).project(this.stage.camera);
      const away =
        marker.covered || !this.faces(marker) || Math.abs(x) > 1 || Math.abs(y) > 1 || z > 1;
      if (button.hidden !== away) button.hidden = away;
      button.style.transform = `translate(${((x + 1) * width) / 2}px, ${((1 - y) * height) / 2}px)`;
    }
  }

  /** Once the view rests: find what is hidden by other parts of the object. */
  settle(): void {
    const { group } = this.stage.model;
    const tests = this.stage.stats.triangles * this.markers.length;
    for (const marker of this.markers) {
      marker.covered = tests < MOST_TESTS && this.isCovered(marker, group);
    }
    this.follow();
  }

  private faces({ point, normal }: Marker): boolean {
    return this.stage.camera.position.clone().sub(point).normalize().dot(normal) > -0.1;
  }

  private isCovered(
    { point, normal }: Marker,
    group: Parameters<Raycaster["intersectObject"]>[0],
  ): boolean {
    const eye = this.stage.camera.position;
    const end = point.clone().addScaledVector(normal, CLEARANCE / 2);
    const away = end.clone().sub(eye);
    this.caster.set(eye, away.clone().normalize());
    this.caster.far = away.length() - CLEARANCE;
    return this.caster.intersectObject(group, true).some((hit) => isSolid(hit.object));
  }
}

/** Glass hides nothing. */
function isSolid(object: unknown): boolean {
  return object instanceof Mesh && !(object.material as { transparent?: boolean }).transparent;
}
