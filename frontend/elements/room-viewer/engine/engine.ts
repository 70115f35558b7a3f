/** Draws a room: the shell, its pictures and labels, only when something changed. */

import {
  CanvasTexture,
  DoubleSide,
  LinearFilter,
  Mesh,
  PerspectiveCamera,
  type RawShaderMaterial,
  Scene as World,
  WebGLRenderer,
} from "three";
import { whenIdle } from "../../../shared/browser.ts";
import type { Neighbour } from "../building/neighbour.ts";
import { buildGlass } from "../building/glass.ts";
import { hang, type Hung } from "../scene/hang.ts";
import { buildLabels } from "../pictures/labels.ts";
import type { Models } from "./models.ts";
import { type LightMap, paintLight } from "../light/light-map.ts";
import type { WorksList } from "../scene/works-list.ts";
import { shellMaterial } from "./materials.ts";
import { Pictures } from "../pictures/pictures.ts";
import { type Plinth, type Scene, withinBudget, withOnly } from "../scene/scene.ts";
import { buildShell, wallsColour } from "../building/shell.ts";
import { placesOf } from "../scene/places.ts";
import { type Place } from "../scene/place.ts";
import { Finishes } from "../surfaces/finishes.ts";
import { noStats } from "./stats.ts";
import { between, NO_MARGINS, same, viewBetween } from "./view.ts";

/** What must be freed when the visitor goes on to another room. */
interface Built {
  readonly hung: readonly (readonly Hung[])[];
  readonly light: LightMap;
  readonly pictures: Pictures;
  readonly others: readonly Mesh[];
  readonly labelBytes: number;
  shell: Mesh;
  finishes: Finishes;
  models?: Models;
}

const RATIO_MAX = 2;
const LIGHT_BYTES = 1024 * 1024 * 4;
/** Part of the way that the view goes in a second towards the part that panels leave free. */
const EASE = 9;

export class Engine {
  readonly camera = new PerspectiveCamera(66, 1, 0.06, 220);
  readonly stats = noStats();
  readonly renderer: WebGLRenderer;
  private readonly world = new World();
  private built: Built | null = null;
  private waiting = 0;
  private ratio = RATIO_MAX;
  private margins = NO_MARGINS;
  /** What panels cover; the view follows it. */
  wanted = NO_MARGINS;
  scene: Scene | null = null;
  places: readonly Place[] = [];
  /** Resolves once the small pictures and the 3D objects of the room are there. */
  complete: Promise<unknown> = Promise.resolve();
  /** Called before each frame; answers whether something still moves. */
  onFrame: (seconds: number) => boolean = () => false;

  constructor(
    readonly canvas: HTMLCanvasElement,
    private readonly phone: boolean,
  ) {
    this.renderer = new WebGLRenderer({ canvas, antialias: true, powerPreference: "low-power" });
    this.renderer.setClearColor(0x141216);
    this.renderer.info.autoReset = true;
    this.camera.rotation.order = "YXZ";
    this.camera.matrixAutoUpdate = true;
  }

  /** Build a room in place of the one before. */
  show(scene: Scene, list: WorksList, neighbours: ReadonlyMap<string, Neighbour>): void {
    this.clear();
    this.scene = withinBudget(withOnly(scene, list.ids), this.phone);
    const hung = hang(this.scene, list);
    this.places = placesOf(this.scene, hung, list);
    const light = paintLight(this.scene, hung);
    const finishes = new Finishes(this.finishNames(neighbours));
    const shell = this.shell(hung, light, finishes, neighbours);
    const labels = buildLabels(this.scene, hung);
    const fixed = finishes.bytes + LIGHT_BYTES + labels.bytes;
    const context = this.renderer.getContext() as WebGL2RenderingContext;
    const most = Number(context.getParameter(context.MAX_ARRAY_TEXTURE_LAYERS));
    const pictures = new Pictures(this.places, fixed, this.phone, most, () => this.invalidate());
    const glass = buildGlass(this.scene);
    const others = [pictures.mesh, ...labels.meshes, ...(glass ? [glass] : [])];
    for (const mesh of others) mesh.frustumCulled = false;
    this.world.add(shell, ...others, pictures.sharp);
    this.built = { hung, light, pictures, others, labelBytes: labels.bytes, shell, finishes };
    this.complete = Promise.all([pictures.load(), this.standLater(this.built)]);
    this.invalidate();
  }

  /** 3D objects come once the room itself has been seen. */
  private async standLater(built: Built): Promise<void> {
    const works = this.scene!.floor.filter((work) => work.kind === "artifact" && work.model);
    if (works.length === 0) return;
    const stand = async (): Promise<void> => {
      const { Models } = await import("./models.ts");
      if (this.built !== built) return;
      const models = new Models(this.renderer, works as readonly Plinth[], (id) => {
        built.pictures.hide(id);
        this.invalidate();
      });
      built.models = models;
      this.world.add(models.group);
      await models.load();
    };
    await new Promise<void>((done) => whenIdle(done, 300));
    await stand();
  }

  /** More is known of the rooms behind the doors: build the shell again, with their light. */
  reshell(neighbours: ReadonlyMap<string, Neighbour>): void {
    const { built } = this;
    if (!built) return;
    free(built.shell);
    this.world.remove(built.shell);
    built.finishes = new Finishes(this.finishNames(neighbours));
    built.shell = this.shell(built.hung, built.light, built.finishes, neighbours);
    this.world.add(built.shell);
    this.invalidate();
  }

  private finishNames(neighbours: ReadonlyMap<string, Neighbour>): string[] {
    const scene = this.scene!;
    const names = ["flat", "wood", "plaster", "limewash", "stone", `floor-${scene.floor_finish}`];
    names.push(...scene.walls.map((wall) => wall.finish));
    names.push(...[...neighbours.values()].map((room) => `floor-${room.floor}`), "floor-oak");
    return [...new Set(names)];
  }

  private shell(
    hung: readonly (readonly Hung[])[],
    light: LightMap,
    finishes: Finishes,
    neighbours: ReadonlyMap<string, Neighbour>,
  ): Mesh {
    const builder = buildShell({ scene: this.scene!, hung, light, finishes, neighbours });
    const lightMap = new CanvasTexture(light.canvas);
    lightMap.generateMipmaps = false;
    lightMap.minFilter = LinearFilter;
    const material = shellMaterial(finishes.texture, lightMap, wallsColour(this.scene!));
    material.side = DoubleSide;
    this.stats.shellTriangles = builder.triangles;
    const mesh = new Mesh(builder.build(), material);
    mesh.frustumCulled = false;
    return mesh;
  }

  /** Ask for one frame; nothing is drawn while nobody asks. */
  invalidate(): void {
    if (this.waiting || this.renderer.xr.isPresenting) return;
    let before = performance.now();
    const draw = (now: number): void => {
      this.waiting = 0;
      const passed = Math.max(0, now - before);
      const moving = this.onFrame(Math.min(0.1, passed / 1000));
      if (moving) this.stats.frameTime = this.stats.frameTime * 0.7 + passed * 0.3;
      before = now;
      this.render();
      if (moving) this.waiting = requestAnimationFrame(draw);
    };
    this.waiting = requestAnimationFrame(draw);
  }

  render(): void {
    if (!this.scene || this.renderer.getContext().isContextLost()) return;
    this.renderer.render(this.world, this.camera);
    const { info } = this.renderer;
    this.stats.drawCalls = info.render.calls;
    this.stats.triangles = info.render.triangles;
    this.stats.frames += 1;
    this.stats.textureBytes = this.textureBytes;
  }

  private get textureBytes(): number {
    const { built } = this;
    if (!built) return 0;
    return (
      built.finishes.bytes +
      LIGHT_BYTES +
      built.labelBytes +
      built.pictures.bytes +
      (built.models?.bytes ?? 0)
    );
  }

  /** Load sharp pictures for the works in view; `front` is the one the visitor stands before. */
  async sharpen(front: Place | null): Promise<void> {
    const height = this.camera.view?.fullHeight ?? this.canvas.clientHeight;
    await this.built?.pictures.sharpen(this.camera, height, front);
  }

  /** Draw coarser on slow machines: fewer pixels, at least half of the screen's. */
  coarser(): boolean {
    if (this.ratio <= 0.5) return false;
    this.ratio = this.ratio > 1 ? 1 : this.ratio - 0.25;
    this.resize();
    return true;
  }

  resize(): void {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (!width || !height || this.renderer.xr.isPresenting) return;
    this.renderer.setPixelRatio(Math.min(devicePixelRatio, this.ratio));
    this.renderer.setSize(width, height, false);
    this.aim();
    this.invalidate();
  }

  /** Have the middle of the picture in the middle of what panels leave free. */
  private aim(): void {
    const { clientWidth, clientHeight } = this.canvas;
    const { left, top } = this.margins;
    const { width, height, field } = viewBetween(clientWidth, clientHeight, this.margins);
    this.camera.fov = field;
    this.camera.setViewOffset(width, height, -left, -top, clientWidth, clientHeight);
  }

  /** Let the view follow the panels, at once or over `seconds`; answers whether it still moves. */
  makeRoom(seconds: number): boolean {
    if (same(this.margins, this.wanted)) return false;
    const part = Math.min(1, seconds * EASE);
    const next = between(this.margins, this.wanted, part);
    this.margins = same(next, this.wanted) ? this.wanted : next;
    this.aim();
    return this.margins !== this.wanted;
  }

  /** The field of the view that there is, or will be: radians across and up. */
  get field(): { readonly across: number; readonly up: number } {
    const { clientWidth, clientHeight } = this.canvas;
    const view = viewBetween(clientWidth || 1, clientHeight || 1, this.wanted);
    const up = (view.field * Math.PI) / 180;
    return { up, across: 2 * Math.atan((Math.tan(up / 2) * view.width) / view.height) };
  }

  private clear(): void {
    const { built } = this;
    if (!built) return;
    this.world.clear();
    for (const mesh of [built.shell, ...built.others]) free(mesh);
    built.pictures.dispose();
    built.models?.dispose();
    this.built = null;
  }

  dispose(): void {
    cancelAnimationFrame(this.waiting);
    this.clear();
    this.renderer.dispose();
  }
}

/** Give back a mesh's place on the graphics card, its textures included. */
function free(mesh: Mesh): void {
  mesh.geometry.dispose();
  const material = mesh.material as RawShaderMaterial;
  for (const { value } of Object.values(material.uniforms)) {
    (value as { dispose?(): void } | null)?.dispose?.();
  }
  material.dispose();
}
