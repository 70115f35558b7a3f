/** The stage: one object in its light on a dark ground. Drawn only when something changed. */

import {
  CanvasTexture,
  type Group as Model3D,
  Group,
  Mesh,
  MeshBasicMaterial,
  NeutralToneMapping,
  VSMShadowMap,
  PerspectiveCamera,
  PlaneGeometry,
  Scene,
  ShadowMaterial,
  Sphere,
  Spherical,
  Vector3,
  WebGLRenderer,
} from "three";

import { Lamp, type Mood, paintStudio } from "./studio-light.ts";
import { disposeModel, type Model, meshesOf } from "./model.ts";

const RATIO_MAX = 2;
/** Of the view upright, in degrees: a long lens, as for photographs of objects. */
const FIELD = 26;
/** Where one begins to look from: degrees around from the front, and above the ground. */
const HOME = { around: 26, above: 13 };
/** How much of the view the object fills. */
const FILL = 0.88;
const RAD = Math.PI / 180;

export interface Stats {
  drawCalls: number;
  triangles: number;
  frames: number;
}

export class Stage {
  readonly stats: Stats = { drawCalls: 0, triangles: 0, frames: 0 };
  readonly camera = new PerspectiveCamera(FIELD, 1, 0.02, 60);
  readonly renderer: WebGLRenderer;
  /** Holds the model; in here a length of 1 is one metre. */
  readonly pivot = new Group();
  /** The centre of the object, in the world, where its radius is 1. */
  readonly centre = new Vector3();
  /** Extent in metres. */
  readonly size: Vector3;
  readonly lamp: Lamp;
  /** Called before each frame; answers whether something still moves. */
  onFrame: (seconds: number) => boolean = () => false;
  private readonly world = new Scene();
  private studio: { dispose: () => void } | null = null;
  private waiting = 0;
  private last = 0;

  constructor(
    readonly canvas: HTMLCanvasElement,
    readonly model: Model,
    shadow = 1024,
  ) {
    this.renderer = new WebGLRenderer({
      canvas,
      alpha: true,
      antialias: true,
      powerPreference: "low-power",
    });
    this.renderer.setClearColor(0, 0);
    this.renderer.toneMapping = NeutralToneMapping;
    this.renderer.shadowMap.enabled = true;
    this.renderer.shadowMap.type = VSMShadowMap;
    // Only the lamp moves it, not the eye: to soften it anew is most of a frame's work.
    this.renderer.shadowMap.autoUpdate = false;
    this.lamp = new Lamp(shadow);
    this.size = model.bounds.getSize(new Vector3());
    this.stand(model.group);
    this.world.add(this.pivot, this.lamp.light, this.lamp.light.target, ...this.ground());
    this.lamp.light.target.position.copy(this.centre);
    this.relight();
  }

  /** Stand the model on the ground, with a radius of 1. */
  private stand(group: Model3D): void {
    const { bounds } = this.model;
    const scale = 1 / (bounds.getBoundingSphere(new Sphere()).radius || 1);
    const middle = bounds.getCenter(new Vector3());
    this.pivot.add(group);
    this.pivot.scale.setScalar(scale);
    this.pivot.position.set(-middle.x, -bounds.min.y, -middle.z).multiplyScalar(scale);
    this.centre.set(0, (this.size.y * scale) / 2, 0);
    for (const mesh of meshesOf(group)) mesh.castShadow = mesh.receiveShadow = true;
    this.pivot.updateMatrixWorld(true);
  }

  /** A pool of light on the ground, the lamp's shadow, and the darkness where the object touches it. */
  private ground(): Mesh[] {
    const flat = (
      side: number,
      material: MeshBasicMaterial | ShadowMaterial,
      height: number,
    ): Mesh => {
      const mesh = new Mesh(new PlaneGeometry(side, side), material);
      mesh.rotation.x = -Math.PI / 2;
      mesh.position.y = height;
      mesh.renderOrder = -1;
      return mesh;
    };
    const fade = { transparent: true, depthWrite: false, toneMapped: false };
    const pool = flat(
      5.4,
      new MeshBasicMaterial({ ...fade, map: fading("116, 98, 76", 0.6) }),
      -0.004,
    );
    const cast = flat(9, new ShadowMaterial({ opacity: 0.55, depthWrite: false }), -0.003);
    cast.receiveShadow = true;
    const touch = flat(1, new MeshBasicMaterial({ ...fade, map: fading("4, 3, 3", 0.85) }), -0.002);
    const reach = 1.5 * this.pivot.scale.x;
    touch.scale.set(this.size.x * reach + 0.12, this.size.z * reach + 0.12, 1);
    for (const [order, mesh] of [pool, cast, touch].entries()) mesh.renderOrder = order - 3;
    return [pool, cast, touch];
  }

  /** Make the studio's light, at first and after the graphics card forgot it. */
  relight(): void {
    this.studio?.dispose();
    const studio = paintStudio(this.renderer);
    this.studio = studio;
    this.world.environment = studio.texture;
    this.light();
  }

  light(mood: Mood = this.lamp.mood, turned: number = this.lamp.turned): void {
    this.lamp.mood = mood;
    this.lamp.turned = turned;
    this.lamp.set(this.world);
    this.lamp.light.position.add(this.centre);
    this.renderer.shadowMap.needsUpdate = true;
    this.invalidate();
  }

  /** Where one begins to look from: near enough to fill the view, far enough to see all. */
  home(): Vector3 {
    const towards = this.around(HOME.around, HOME.above, 1);
    const right = new Vector3(0, 1, 0).cross(towards).normalize();
    const up = towards.clone().cross(right);
    const high = Math.tan((FIELD * RAD) / 2) * FILL;
    const wide = high * this.camera.aspect;
    const half = this.size.clone().multiplyScalar(this.pivot.scale.x / 2);
    let away = 0;
    for (const corner of [0, 1, 2, 3, 4, 5, 6, 7]) {
      const sign = (bit: number): number => (corner & bit ? 1 : -1);
      const place = new Vector3(sign(1), sign(2), sign(4)).multiply(half);
      const needs = Math.max(Math.abs(place.dot(right)) / wide, Math.abs(place.dot(up)) / high);
      away = Math.max(away, needs + place.dot(towards));
    }
    return towards.multiplyScalar(away).add(this.centre);
  }

  /** An offset in spherical coordinates; degrees around from the front, and above the ground. */
  around(around: number, above: number, away: number): Vector3 {
    return new Vector3().setFromSpherical(new Spherical(away, (90 - above) * RAD, around * RAD));
  }

  resize(width = this.canvas.clientWidth, height = this.canvas.clientHeight): void {
    if (!width || !height) return;
    this.renderer.setPixelRatio(Math.min(devicePixelRatio, RATIO_MAX));
    this.renderer.setSize(width, height, false);
    this.camera.aspect = width / height;
    this.camera.updateProjectionMatrix();
    this.invalidate();
  }

  invalidate(): void {
    this.waiting ||= requestAnimationFrame((time) => {
      this.waiting = 0;
      const seconds = Math.min(0.05, (time - this.last) / 1000);
      this.last = time;
      const moving = this.onFrame(seconds);
      this.draw();
      if (moving) this.invalidate();
    });
  }

  draw(): void {
    if (this.renderer.getContext().isContextLost()) return;
    this.renderer.render(this.world, this.camera);
    const { calls, triangles } = this.renderer.info.render;
    Object.assign(this.stats, { drawCalls: calls, triangles, frames: this.stats.frames + 1 });
  }

  add(...things: Parameters<Scene["add"]>): void {
    this.world.add(...things);
  }

  dispose(): void {
    cancelAnimationFrame(this.waiting);
    disposeModel(this.model.group);
    this.studio?.dispose();
    this.renderer.dispose();
  }
}

/** A round spot of a colour that fades out to nothing. */
function fading(colour: string, strength: number): CanvasTexture {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 256;
  const pen = canvas.getContext("2d")!;
  const gradient = pen.createRadialGradient(128, 128, 0, 128, 128, 128);
  for (const [stop, part] of [
    [0, 1],
    [0.35, 0.72],
    [0.7, 0.2],
    [1, 0],
  ] as const) {
    gradient.addColorStop(stop, `rgba(${colour}, ${strength * part})`);
  }
  pen.fillStyle = gradient;
  pen.fillRect(0, 0, 256, 256);
  return new CanvasTexture(canvas);
}
