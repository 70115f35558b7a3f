/** The walk in a headset: look by turning the head, point and pull the trigger to go. */

import { Group, Vector3, type WebXRManager } from "three";
import { EYE } from "./stance.ts";
import { pickAlong } from "./pick.ts";
import type { Walk } from "./walk.ts";

export async function wearHeadset(walk: Walk): Promise<void> {
  const { renderer, camera } = walk.engine;
  const session = await navigator.xr!.requestSession("immersive-vr", {
    optionalFeatures: ["local-floor"],
  });
  const manager: WebXRManager = renderer.xr;
  manager.enabled = true;
  manager.setReferenceSpaceType("local-floor");
  await manager.setSession(session);
  const rig = new Group();
  rig.add(camera);
  const hands = [0, 1].map((index) => manager.getController(index));
  for (const hand of hands) {
    rig.add(hand);
    hand.addEventListener("select", () => teleport(hand));
  }
  const place = (): void => {
    rig.position.set(walk.body.x, 0, walk.body.y);
    rig.rotation.y = -walk.body.heading;
    rig.updateMatrixWorld(true);
  };
  place();
  renderer.setAnimationLoop(() => walk.engine.render());
  session.addEventListener("end", () => {
    renderer.setAnimationLoop(null);
    manager.enabled = false;
    rig.remove(camera);
    camera.position.set(walk.body.x, EYE, walk.body.y);
    walk.engine.resize();
  });

  /** Where the hand points: the floor, a work to stand before, or a door to go through. */
  function teleport(hand: Group): void {
    // The hand is no part of the drawn world, so that no frame brings its place up to date.
    hand.updateWorldMatrix(true, false);
    const from = new Vector3().setFromMatrixPosition(hand.matrixWorld);
    const ray = new Vector3(0, 0, -1).transformDirection(hand.matrixWorld);
    const picked = pickAlong(from, ray, walk.engine.places, walk.outline);
    if (!picked) return;
    const { heading, pitch, eye } = walk.body;
    if (picked.kind === "floor") walk.body.stand({ x: picked.x, y: picked.y, heading, pitch, eye });
    else if (picked.place.kind === "door") void walk.goThrough(picked.place);
    else void walk.goTo(picked.place.id);
    walk.body.step(10);
    place();
  }
}
