/** Light as a museum's photographer sets it: a studio made by code, and one lamp that can be moved. */

import {
  BoxGeometry,
  type BufferGeometry,
  Color,
  DirectionalLight,
  Mesh,
  MeshBasicMaterial,
  PMREMGenerator,
  Scene,
  SphereGeometry,
  type Texture,
  type WebGLRenderer,
} from "three";

export type Mood = "gallery" | "day" | "raking";

/** Intensities, and where the lamp stands: degrees above the ground, and around from the front. */
interface Setting {
  readonly lamp: number;
  readonly colour: number;
  readonly around: number;
  readonly above: number;
  readonly studio: number;
}

const SETTINGS: Record<Mood, Setting> = {
  gallery: { lamp: 2.4, colour: 0xffead0, around: -42, above: 52, studio: 0.75 },
  day: { lamp: 1.7, colour: 0xf4f7ff, around: -25, above: 62, studio: 1.35 },
  raking: { lamp: 4.2, colour: 0xffdcae, around: -82, above: 14, studio: 0.22 },
};

/** Panels of the studio: colour, brightness, size (width, height, depth) and place. */
const PANELS: readonly [
  number,
  number,
  readonly [number, number, number],
  readonly [number, number, number],
][] = [
  [0xfff4e4, 12, [4.4, 0.1, 3.4], [0, 5.6, 1.2]],
  [0xfff0dc, 8, [0.1, 3.4, 2.4], [-5.5, 2, 2.2]],
  [0xe6edff, 5, [0.1, 3.6, 1.4], [5.6, 1.8, -0.6]],
  [0xe9efff, 4, [1.2, 3.8, 0.1], [-2.6, 2, -5.6]],
  [0xfff4e6, 1.5, [7.5, 3.2, 0.1], [0, 1.6, 5.8]],
];

/** The studio's light as it falls from everywhere. Free it with `dispose()`. */
export function paintStudio(renderer: WebGLRenderer): { texture: Texture; dispose: () => void } {
  const studio = new Scene();
  studio.background = new Color(0x0b0a0c);
  const walls = new Mesh(
    new BoxGeometry(12, 12, 12),
    new MeshBasicMaterial({ color: 0x2b2723, side: 1 }),
  );
  const floor = new Mesh(new BoxGeometry(12, 0.1, 12), new MeshBasicMaterial({ color: 0x5a4a3a }));
  floor.position.y = -2.4;
  studio.add(walls, floor);
  for (const [colour, brightness, size, place] of PANELS) {
    const material = new MeshBasicMaterial({ color: new Color(colour).multiplyScalar(brightness) });
    const panel = new Mesh(new BoxGeometry(...size), material);
    panel.position.set(...place);
    studio.add(panel);
  }
  // A small far light gives polished metal its spark.
  const spark = new Mesh(
    new SphereGeometry(0.18),
    new MeshBasicMaterial({ color: new Color(0xffffff).multiplyScalar(60) }),
  );
  spark.position.set(-2.2, 4.4, 3.6);
  studio.add(spark);
  const generator = new PMREMGenerator(renderer);
  const target = generator.fromScene(studio, 0.025);
  generator.dispose();
  studio.traverse((node) => {
    if (!(node instanceof Mesh)) return;
    const mesh = node as Mesh<BufferGeometry, MeshBasicMaterial>;
    mesh.geometry.dispose();
    mesh.material.dispose();
  });
  return { texture: target.texture, dispose: () => target.dispose() };
}

/** The lamp; it stands around an object whose radius is 1. */
export class Lamp {
  readonly light = new DirectionalLight();
  mood: Mood = "gallery";
  /** Degrees by which the visitor moved it from where the mood has it. */
  turned = 0;

  constructor(shadow: number) {
    this.light.castShadow = true;
    this.light.shadow.mapSize.set(shadow, shadow);
    const { camera } = this.light.shadow;
    camera.left = camera.bottom = -2.2;
    camera.right = camera.top = 2.2;
    camera.near = 1;
    camera.far = 12;
    this.light.shadow.bias = -0.0006;
    this.light.shadow.normalBias = 0.012;
    this.light.shadow.radius = 7;
    this.light.shadow.blurSamples = 20;
  }

  /** Set the lamp and the brightness of the studio around it. */
  set(world: Scene): void {
    const setting = SETTINGS[this.mood];
    const around = ((setting.around + this.turned) * Math.PI) / 180;
    const above = (setting.above * Math.PI) / 180;
    this.light.color.setHex(setting.colour);
    this.light.intensity = setting.lamp;
    this.light.position.set(
      Math.sin(around) * Math.cos(above) * 6,
      Math.sin(above) * 6,
      Math.cos(around) * Math.cos(above) * 6,
    );
    world.environmentIntensity = setting.studio;
  }
}
