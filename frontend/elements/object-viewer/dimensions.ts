/** The object's measures: three lines beside it, each with its length in cm. */

import { BufferAttribute, BufferGeometry, LineBasicMaterial, LineSegments, Vector3 } from "three";

import type { Stage } from "../../three/stage.ts";

/** Lines stand so far from the object, where its radius is 1; their ends are ticks of this length. */
const GAP = 0.12;
const TICK = 0.04;

type Axis = "x" | "y" | "z";

const ATTRIBUTES: Record<Axis, string> = { x: "width-cm", y: "height-cm", z: "depth-cm" };

interface Measure {
  readonly label: HTMLElement;
  readonly middle: Vector3;
}

export class Dimensions {
  /** All measures in words, for those who do not see the lines. */
  readonly words: string;
  private readonly measures: Measure[];
  private readonly lines: LineSegments;

  constructor(
    private readonly stage: Stage,
    private readonly holder: HTMLElement,
    element: HTMLElement & {
      words: { say: (key: string, values: Record<string, string>) => string };
    },
  ) {
    const number = new Intl.NumberFormat(document.documentElement.lang, {
      maximumFractionDigits: 1,
    });
    const half = stage.size.clone().multiplyScalar(stage.pivot.scale.x / 2);
    const points: Vector3[] = [];
    const said: string[] = [];
    this.measures = (["y", "x", "z"] as const).map((axis) => {
      const known = Number(element.getAttribute(ATTRIBUTES[axis]));
      const cm = number.format(known || stage.size[axis] * 100);
      const label = document.createElement("span");
      label.className = "object__measure";
      label.textContent = element.words.say("cm", { n: cm });
      holder.append(label);
      said.push(element.words.say(`cm-${axis}`, { n: cm }));
      const [begin, end, tick] = this.line(axis, half);
      points.push(begin, end);
      for (const corner of [begin, end])
        points.push(corner.clone().add(tick), corner.clone().sub(tick));
      return { label, middle: begin.clone().lerp(end, 0.5) };
    });
    this.words = said.join(", ");
    const places = new Float32Array(points.flatMap((point) => point.toArray()));
    const geometry = new BufferGeometry().setAttribute("position", new BufferAttribute(places, 3));
    this.lines = new LineSegments(
      geometry,
      new LineBasicMaterial({ color: 0xd9b66c, toneMapped: false }),
    );
    this.lines.visible = false;
    stage.add(this.lines);
  }

  /** Show or hide the measures; answers whether they are shown. */
  toggle(): boolean {
    this.lines.visible = !this.lines.visible;
    this.holder.hidden = !this.lines.visible;
    this.follow();
    this.stage.invalidate();
    return this.lines.visible;
  }

  /** Move the labels with the lines. */
  follow(): void {
    if (!this.lines.visible) return;
    this.stage.camera.updateMatrixWorld();
    const { clientWidth: width, clientHeight: height } = this.stage.canvas;
    for (const { label, middle } of this.measures) {
      const { x, y, z } = middle.clone().project(this.stage.camera);
      label.hidden = z > 1;
      label.style.transform = `translate(${((x + 1) * width) / 2}px, ${((1 - y) * height) / 2}px) translate(-50%, -50%)`;
    }
  }

  /** Begin, end and half a tick of an axis' line: to the object's right, before it, and beside it. */
  private line(axis: Axis, { x, y, z }: Vector3): [Vector3, Vector3, Vector3] {
    const low = this.stage.centre.y - y;
    if (axis === "y") {
      return [
        new Vector3(x + GAP, low, z),
        new Vector3(x + GAP, low + 2 * y, z),
        new Vector3(TICK, 0, 0),
      ];
    }
    if (axis === "x") {
      return [new Vector3(-x, low, z + GAP), new Vector3(x, low, z + GAP), new Vector3(0, 0, TICK)];
    }
    return [new Vector3(x + GAP, low, -z), new Vector3(x + GAP, low, z), new Vector3(TICK, 0, 0)];
  }
}
