/** Scenes of rooms, fetched from the museum itself. */

import { readScene, type Scene } from "./scene.ts";

/** The scene at an address, or the one that a preview brings in its page (`#id`). */
export async function fetchScene(address: string): Promise<Scene> {
  if (address.startsWith("#")) {
    return readScene(JSON.parse(document.querySelector(address)?.textContent ?? "null"));
  }
  const response = await fetch(address, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`${response.status}`);
  return readScene(await response.json());
}

/** The current scene of a room that one knows only by its key. */
export function sceneOfRoom(key: string): Promise<Scene> {
  return fetchScene(`/rooms/${key}/scene.json`);
}
