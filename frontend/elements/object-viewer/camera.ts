/** Moves the camera around an object: by the hand, by steps, and in flights. */

import { Spherical, Vector3 } from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";

import type { Stage } from "../../three/stage.ts";

const NEAREST = 0.35;
/** How long a flight to a detail takes, in seconds. */
const FLIGHT = 0.9;
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** A way of the camera, and of what it looks at; the part of it that is behind, 0 to 1. */
interface Flight {
  readonly from: Vector3;
  readonly to: Vector3;
  readonly fromTarget: Vector3;
  readonly toTarget: Vector3;
  readonly seconds: number;
  part: number;
}

export class Camera {
  readonly controls: OrbitControls;
  private flight: Flight | null = null;

  constructor(private readonly stage: Stage) {
    this.controls = new OrbitControls(stage.camera, stage.canvas);
    this.controls.enableDamping = !calm.matches;
    this.controls.minDistance = NEAREST;
    this.controls.enableZoom = false;
    this.controls.addEventListener("start", () => (this.flight = null));
  }

  /** Begin where the whole object is seen. */
  begin(): void {
    this.jump(this.stage.home(), this.stage.centre);
    this.controls.maxDistance = this.stage.home().distanceTo(this.stage.centre) * 1.6;
  }

  /** From the target to the camera. */
  get offset(): Vector3 {
    return this.stage.camera.position.clone().sub(this.controls.target);
  }

  /** Where the camera is, or will be once it has arrived: keys pressed in a row add up. */
  private get view(): { position: Vector3; target: Vector3 } {
    const { flight } = this;
    if (flight) return { position: flight.to.clone(), target: flight.toTarget.clone() };
    return { position: this.stage.camera.position.clone(), target: this.controls.target.clone() };
  }

  /** Go around the object by radians; upwards is positive. */
  turn(around: number, above: number): void {
    const { position, target } = this.view;
    const away = new Spherical().setFromVector3(position.sub(target));
    away.theta += around;
    away.phi = Math.min(Math.PI - 0.05, Math.max(0.05, away.phi - above));
    this.fly(new Vector3().setFromSpherical(away).add(target), target, 0.25);
  }

  pan(right: number, up: number): void {
    const { position, target } = this.view;
    const by = position.distanceTo(target) * 0.06;
    const shift = new Vector3(right * by, up * by, 0).applyQuaternion(this.stage.camera.quaternion);
    this.fly(position.add(shift), target.add(shift), 0.25);
  }

  zoom(by: number): void {
    const { position, target } = this.view;
    const offset = position.sub(target);
    const { minDistance, maxDistance } = this.controls;
    offset.setLength(Math.min(maxDistance, Math.max(minDistance, offset.length() * by)));
    this.fly(offset.add(target), target, 0.25);
  }

  private jump(position: Vector3, target: Vector3): void {
    this.stage.camera.position.copy(position);
    this.controls.target.copy(target);
    this.controls.update();
    this.stage.invalidate();
  }

  fly(to: Vector3, toTarget: Vector3, seconds = FLIGHT): void {
    if (calm.matches) return this.jump(to, toTarget);
    const from = this.stage.camera.position.clone();
    const fromTarget = this.controls.target.clone();
    this.flight = {
      from,
      to: to.clone(),
      fromTarget,
      toTarget: toTarget.clone(),
      seconds,
      part: 0,
    };
    this.stage.invalidate();
  }

  /** Go on with a flight, or with the swing of the hand. Answers whether something moves. */
  advance(seconds: number): boolean {
    const { flight } = this;
    if (flight) {
      flight.part = Math.min(1, flight.part + seconds / flight.seconds);
      const part = ease(flight.part);
      this.stage.camera.position.copy(along(flight, part));
      this.controls.target.lerpVectors(flight.fromTarget, flight.toTarget, part);
      if (flight.part >= 1) this.flight = null;
    }
    const swinging = this.controls.update();
    return this.flight !== null || swinging;
  }

  dispose(): void {
    this.controls.dispose();
  }
}

function ease(part: number): number {
  return part * part * (3 - 2 * part);
}

/** Where the camera is after a part of its way: it goes around the object, not through it. */
function along({ from, to, fromTarget, toTarget }: Flight, part: number): Vector3 {
  const begin = from.clone().sub(fromTarget);
  const end = to.clone().sub(toTarget);
  const away = begin.length() + (end.length() - begin.length()) * part;
  const direction = begin.normalize().lerp(end.normalize(), part);
  // Opposite sides: any way around will do.
  if (direction.lengthSq() < 1e-6) direction.set(1, 0, 0);
  return direction.setLength(away).add(fromTarget.clone().lerp(toTarget, part));
}
