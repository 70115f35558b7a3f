/** The whole screen, and a headset where there is one. */

import { hasHeadset } from "../../../shared/browser.ts";
import type { Walk } from "../walk/walk.ts";
import type { Panels } from "./panels.ts";

export async function fullScreen(stage: HTMLElement): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await stage.requestFullscreen?.();
}

export async function offerHeadset(stage: HTMLElement): Promise<void> {
  if (await hasHeadset()) stage.querySelector<HTMLElement>("[data-do=headset]")!.hidden = false;
}

export async function wearHeadset(walk: Walk, panels: Panels): Promise<void> {
  try {
    const headset = await import("../walk/headset.ts");
    await headset.wearHeadset(walk);
  } catch {
    panels.say("no-headset");
  }
}
