/** The visitor's body: where they stand and look, how they walk, glide and meet walls. */

import { contains } from "../../../shared/geometry/outline.ts";
import { footprint } from "../../../shared/geometry/placement.ts";
import {
  closest,
  edges,
  inside,
  type Point,
  type Segment,
} from "../../../shared/geometry/shapes.ts";
import { pathBetween } from "./path.ts";
import { EYE, type Stance } from "./stance.ts";
import { cornersOf, type Scene } from "../scene/scene.ts";

/** Shoulders: how near one comes to walls and plinths, in metres. */
const REACH = 0.3;
const SPEED = 1.9;
const TURN = 1.7;
const PITCH_MAX = 1.1;

interface Pose {
  readonly heading: number;
  readonly pitch: number;
  readonly eye: number;
}

interface Glide {
  readonly points: readonly Point[];
  readonly lengths: readonly number[];
  readonly total: number;
  readonly from: Pose;
  readonly to: Pose;
  readonly seconds: number;
  time: number;
  readonly done: () => void;
}

/** Keys or buttons held down: forward and sideways from -1 to 1, turning to the right. */
export interface Push {
  readonly forward: number;
  readonly sideways: number;
  readonly turn: number;
}

/** Even across a large room a guide keeps nobody waiting longer, in seconds. */
const STROLL = 7;

export class Body {
  x = 0;
  y = 0;
  heading = 0;
  pitch = 0;
  eye = EYE;
  /** 1 is the whole view, 2 twice as near. */
  zoom = 1;
  push: Push = { forward: 0, sideways: 0, turn: 0 };
  /** The visitor went or looked away from where they were led. */
  free = false;
  private glide: Glide | null = null;
  private walls: Segment[] = [];
  private obstacles: Point[][] = [];
  private outline: Point[] = [];

  enter(scene: Scene): void {
    this.outline = cornersOf(scene).map(({ x, y }): Point => [x / 100, y / 100]);
    this.walls = edges(this.outline);
    this.obstacles = scene.floor.map((work) =>
      footprint(work).map(([x, y]): Point => [x / 100, y / 100]),
    );
    this.glide = null;
    const { start } = scene;
    const corners = cornersOf(scene);
    if (start && contains(corners, start.x, start.y)) {
      this.stand({
        x: start.x / 100,
        y: start.y / 100,
        heading: radians(start.heading ?? 0),
        pitch: 0,
        eye: EYE,
      });
    } else {
      const [x, y] = somewhereInside(this.outline);
      this.stand({ x, y, heading: 0, pitch: 0, eye: EYE });
    }
  }

  stand(stance: Stance): void {
    this.glide?.done();
    this.glide = null;
    const { x, y, heading, pitch, eye } = stance;
    Object.assign(this, { x, y, heading, pitch, eye });
    this.zoom = 1;
    this.free = false;
    this.keepClear();
  }

  get still(): boolean {
    const { forward, sideways, turn } = this.push;
    return !this.glide && !forward && !sideways && !turn;
  }

  /** Walk to a stance around corners; resolves when there or when something else came up. */
  glideTo(stance: Stance, cut: boolean, unhurried = false): Promise<void> {
    if (cut) {
      this.stand(stance);
      return Promise.resolve();
    }
    this.glide?.done();
    this.free = false;
    const points = pathBetween(this.outline, [this.x, this.y], [stance.x, stance.y]);
    const lengths = points.slice(1).map((point, index) => {
      const before = points[index]!;
      return Math.hypot(point[0] - before[0], point[1] - before[1]);
    });
    const total = lengths.reduce((sum, length) => sum + length, 0);
    const turn = shortest(stance.heading - this.heading);
    this.zoom = 1;
    return new Promise((done) => {
      this.glide = {
        points,
        lengths,
        total,
        from: { heading: this.heading, pitch: this.pitch, eye: this.eye },
        to: { heading: this.heading + turn, pitch: stance.pitch, eye: stance.eye },
        seconds: unhurried
          ? Math.min(STROLL, 0.8 + total / 1.4 + Math.abs(turn) / 3)
          : Math.min(3.2, 0.5 + total / 3.2 + Math.abs(turn) / 4),
        time: 0,
        done,
      };
    });
  }

  /** Stop gliding where one is. */
  halt(): void {
    this.glide?.done();
    this.glide = null;
  }

  look(turn: number, nod: number): void {
    this.halt();
    this.free = true;
    this.heading += turn;
    this.pitch = Math.max(-PITCH_MAX, Math.min(PITCH_MAX, this.pitch + nod));
  }

  /** Let time pass; answers whether the body is still moving. */
  step(seconds: number): boolean {
    if (this.glide) this.stepGlide(this.glide, seconds);
    const { forward, sideways, turn } = this.push;
    if (turn) this.heading += turn * TURN * seconds;
    if (turn) this.free = true;
    if (forward || sideways) this.walk(forward * SPEED * seconds, sideways * SPEED * seconds);
    return !this.still;
  }

  private stepGlide(glide: Glide, seconds: number): void {
    glide.time = Math.min(glide.seconds, glide.time + seconds);
    const part = ease(glide.time / glide.seconds);
    let left = glide.total * part;
    let index = 0;
    while (index < glide.lengths.length - 1 && left > glide.lengths[index]!) {
      left -= glide.lengths[index]!;
      index += 1;
    }
    const a = glide.points[index]!;
    const b = glide.points[index + 1] ?? a;
    const along = glide.lengths[index] ? left / glide.lengths[index]! : 0;
    this.x = a[0] + (b[0] - a[0]) * along;
    this.y = a[1] + (b[1] - a[1]) * along;
    this.heading = glide.from.heading + (glide.to.heading - glide.from.heading) * part;
    this.pitch = glide.from.pitch + (glide.to.pitch - glide.from.pitch) * part;
    this.eye = glide.from.eye + (glide.to.eye - glide.from.eye) * part;
    if (glide.time >= glide.seconds) {
      this.glide = null;
      glide.done();
    }
  }

  private walk(forward: number, sideways: number): void {
    this.halt();
    this.free = true;
    this.eye += (EYE - this.eye) * 0.1;
    const [sin, cos] = [Math.sin(this.heading), Math.cos(this.heading)];
    const [x, y] = [this.x, this.y];
    this.x += sin * forward + cos * sideways;
    this.y += -cos * forward + sin * sideways;
    this.keepClear();
    if (!inside(this.outline, this.x, this.y)) [this.x, this.y] = [x, y];
  }

  /** Slide along what is too near. */
  private keepClear(): void {
    const around = [...this.walls, ...this.obstacles.flatMap((shape) => edges(shape))];
    for (let round = 0; round < 2; round++) {
      for (const side of around) {
        const [x, y] = closest([this.x, this.y], side);
        const [dx, dy] = [this.x - x, this.y - y];
        const far = Math.hypot(dx, dy);
        if (far >= REACH || far < 1e-6) continue;
        this.x = x + (dx / far) * REACH;
        this.y = y + (dy / far) * REACH;
      }
    }
  }
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const ease = (part: number): number => part * part * (3 - 2 * part);

/** The same angle between -π and π. */
export function shortest(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}

/** The point of a coarse grid that is farthest from all walls. */
function somewhereInside(outline: readonly Point[]): Point {
  const xs = outline.map(([x]) => x);
  const ys = outline.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  let best: Point = [left + width / 2, top + height / 2];
  let space = -1;
  for (let row = 1; row < 16; row++) {
    for (let column = 1; column < 16; column++) {
      const point: Point = [left + (width * column) / 16, top + (height * row) / 16];
      if (!inside(outline, ...point)) continue;
      const nearest = Math.min(
        ...edges(outline).map((side) => {
          const [x, y] = closest(point, side);
          return Math.hypot(x - point[0], y - point[1]);
        }),
      );
      if (nearest > space) [best, space] = [point, nearest];
    }
  }
  return best;
}
