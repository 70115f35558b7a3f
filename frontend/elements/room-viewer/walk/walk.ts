/** The walk: joins the drawn room, the visitor's body and the page's list. */

import type { Corner } from "../../../shared/geometry/plan.ts";
import { inside, type Point } from "../../../shared/geometry/shapes.ts";
import { Body, shortest } from "./body.ts";
import { type Neighbour, neighbourOf } from "../building/neighbour.ts";
import { Engine } from "../engine/engine.ts";
import { type Margins, same } from "../engine/view.ts";
import type { Detail, WorksList } from "../scene/works-list.ts";
import { pick, type Picked } from "./pick.ts";
import { EYE, stanceBefore } from "./stance.ts";
import { partOf, type Place } from "../scene/place.ts";
import { cornersOf, type Scene } from "../scene/scene.ts";

/** What the walk tells the element around it. */
export interface WalkEvents {
  /** The visitor stands before another work, or before none. */
  front(place: Place | null): void;
  /** The visitor walked into a door; resolves when the room behind it is there, or is not. */
  door(place: Place): Promise<void>;
  moved(): void;
  /** Nothing moves any more. */
  settled(): void;
}

/** Frames slower than this (ms) are drawn coarser, and in the end not at all. */
const SLOW = 260;
const PATIENCE = 6;
/** So near to a door (m) the room behind it is expected. */
const NEAR_DOOR = 3.5;

export class Walk {
  readonly engine: Engine;
  readonly body = new Body();
  front: Place | null = null;
  /** What is looked at of the work in front: all of it, or a detail. */
  private seen: Place | null = null;
  /** A guide leads: walk as people do, not as those in a hurry. */
  unhurried = false;
  private readonly neighbours = new Map<string, Neighbour>();
  private settled = 0;
  private slow = 0;
  private leaving = false;
  /** Called when the machine is too slow even for the coarsest picture. */
  onSlow: () => void = () => undefined;

  constructor(
    canvas: HTMLCanvasElement,
    phone: boolean,
    private readonly calm: () => boolean,
    private readonly events: WalkEvents,
  ) {
    this.engine = new Engine(canvas, phone);
    this.engine.onFrame = (seconds) => this.frame(seconds);
  }

  get scene(): Scene | null {
    return this.engine.scene;
  }

  get outline(): Point[] {
    const corners: readonly Corner[] = this.scene ? cornersOf(this.scene) : [];
    return corners.map(({ x, y }): Point => [x / 100, y / 100]);
  }

  /** Build a room and stand at its start, or before the door one came through. */
  show(scene: Scene, list: WorksList, from: string | null): void {
    this.front = null;
    this.leaving = false;
    this.engine.show(scene, list, this.neighbours);
    this.body.enter(this.engine.scene!);
    const door = from ? this.engine.places.find((place) => place.target === from) : undefined;
    if (door) this.comeThrough(door);
    this.engine.resize();
    this.settle();
  }

  private comeThrough(door: Place): void {
    const stance = stanceBefore(this.scene!, door, this.engine.field);
    const back = { ...stance, heading: stance.heading + Math.PI, pitch: 0 };
    this.body.stand({
      ...back,
      x: door.centre[0] + door.normal[0] * 1.1,
      y: door.centre[2] + door.normal[1] * 1.1,
    });
  }

  /** Neighbouring rooms are known now: their light shows through the doors. */
  learn(scenes: readonly Scene[]): void {
    for (const scene of scenes) this.neighbours.set(scene.room, neighbourOf(scene));
    if (scenes.length > 0) this.engine.reshell(this.neighbours);
  }

  /** The door that the visitor is about to reach. */
  get doorAhead(): Place | null {
    const { x, y } = this.body;
    const far = (place: Place): number => Math.hypot(x - place.centre[0], y - place.centre[2]);
    const doors = this.engine.places.filter(
      (place) => place.kind === "door" && far(place) < NEAR_DOOR,
    );
    return doors.sort((a, b) => far(a) - far(b))[0] ?? null;
  }

  placeOf(id: string): Place | undefined {
    return this.engine.places.find((place) => place.id === id);
  }

  doorTo(target: string): Place | undefined {
    return this.engine.places.find((place) => place.kind === "door" && place.target === target);
  }

  /** Go and stand before a work; false when the room does not hold it. */
  async goTo(id: string): Promise<boolean> {
    const place = this.placeOf(id);
    if (!place || !this.scene) return false;
    this.setFront(place);
    await this.stand(place);
    return true;
  }

  /** Come close to a detail of the work in front. */
  async turnTo(place: Place, detail: Detail): Promise<void> {
    await this.stand(partOf(place, detail));
  }

  private async stand(place: Place): Promise<void> {
    this.seen = place;
    const stance = stanceBefore(this.scene!, place, this.engine.field);
    const glide = this.body.glideTo(stance, this.calm(), this.unhurried);
    this.wake();
    await glide;
  }

  /** Panels cover these parts of the view: the work in front keeps to what is free. */
  makeRoom(margins: Margins): void {
    if (same(this.engine.wanted, margins)) return;
    this.engine.wanted = margins;
    if (this.calm()) this.engine.makeRoom(1);
    this.standAgain(this.calm());
  }

  /** The view has another shape: stand before the work in front again, unless one went away. */
  standAgain(cut: boolean): void {
    if (this.front && this.seen && this.scene && !this.body.free) {
      void this.body.glideTo(stanceBefore(this.scene, this.seen, this.engine.field), cut);
    }
    this.wake();
  }

  /** Stand in a place that an address names; centimetres of the plan and degrees. */
  standAt(spot: { readonly x: number; readonly y: number; readonly heading: number }): void {
    if (!inside(this.outline, spot.x / 100, spot.y / 100)) return;
    this.setFront(null);
    const heading = (spot.heading * Math.PI) / 180;
    this.body.stand({ x: spot.x / 100, y: spot.y / 100, heading, pitch: 0, eye: EYE });
    this.wake();
  }

  /** Walk up to a door and through it. */
  async goThrough(place: Place): Promise<void> {
    if (!this.scene || this.leaving) return;
    const stance = stanceBefore(this.scene, place, this.engine.field);
    const near = {
      ...stance,
      x: place.centre[0] + place.normal[0] * 0.5,
      y: place.centre[2] + place.normal[1] * 0.5,
    };
    const glide = this.body.glideTo(near, this.calm(), this.unhurried);
    this.wake();
    await glide;
    await this.take(place);
  }

  private async take(place: Place): Promise<void> {
    if (this.leaving) return;
    this.leaving = true;
    this.body.push = { forward: 0, sideways: 0, turn: 0 };
    await this.events.door(place);
  }

  /** The room was not left after all: the next one could not be opened. */
  stay(): void {
    this.leaving = false;
  }

  /** Walk to a place on the floor, looking where one goes. */
  walkTo(x: number, y: number): void {
    const { body } = this;
    const heading = body.heading + shortest(Math.atan2(x - body.x, body.y - y) - body.heading);
    const near = Math.hypot(x - body.x, y - body.y) < 0.5;
    const stance = { x, y, heading: near ? body.heading : heading, pitch: 0, eye: EYE };
    void body.glideTo(stance, this.calm());
    body.free = true;
    this.setFront(null);
    this.wake();
  }

  pick(x: number, y: number): Picked | null {
    return pick(this.engine.camera, x, y, this.engine.places, this.outline);
  }

  /** Something moved or must be drawn. */
  wake(): void {
    this.engine.invalidate();
  }

  zoom(by: number): void {
    this.body.zoom = Math.max(1, Math.min(4, this.body.zoom * by));
    this.wake();
  }

  private setFront(place: Place | null): void {
    if (place === this.front) return;
    this.front = place;
    this.seen = place;
    this.events.front(place);
  }

  private frame(seconds: number): boolean {
    const { body, engine } = this;
    const widening = engine.makeRoom(seconds);
    const moving = body.step(seconds) || widening;
    const { camera } = engine;
    camera.position.set(body.x, body.eye, body.y);
    camera.rotation.set(body.pitch, -body.heading, 0);
    if (camera.zoom !== body.zoom) {
      camera.zoom = body.zoom;
      camera.updateProjectionMatrix();
    }
    if (body.push.forward) this.meetDoors();
    this.events.moved();
    if (!moving) this.settle();
    this.measure(moving);
    return moving;
  }

  /** Walking into an opening leads through it. */
  private meetDoors(): void {
    const { body } = this;
    for (const place of this.engine.places) {
      if (place.kind !== "door") continue;
      const [dx, dy] = [body.x - place.centre[0], body.y - place.centre[2]];
      const before = dx * place.normal[0] + dy * place.normal[1];
      const beside = Math.abs(dx * place.normal[1] - dy * place.normal[0]);
      const out = -(
        Math.sin(body.heading) * place.normal[0] -
        Math.cos(body.heading) * place.normal[1]
      );
      if (before < 0.45 && beside < place.width / 2 && out * body.push.forward > 0.5)
        void this.take(place);
    }
  }

  /** A moment after the last step, load what is in view sharply. */
  private settle(): void {
    clearTimeout(this.settled);
    this.settled = window.setTimeout(() => {
      void this.engine.sharpen(this.front);
      this.events.settled();
    }, 140);
  }

  private measure(moving: boolean): void {
    this.slow = moving && this.engine.stats.frameTime > SLOW ? this.slow + 1 : 0;
    if (this.slow < PATIENCE) return;
    this.slow = 0;
    if (!this.engine.coarser()) this.onSlow();
  }

  dispose(): void {
    clearTimeout(this.settled);
    this.engine.dispose();
  }
}
