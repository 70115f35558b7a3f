/** What the visitor's browser can do, and what it asks for. */

/** Data-saving mode, where the browser tells. */
export function savesData(): boolean {
  return Boolean((navigator as { connection?: { saveData?: boolean } }).connection?.saveData);
}

/** Run when the browser has nothing better to do, or in `wait` ms where it does not tell (Safari). */
export function whenIdle(run: () => void, wait: number): void {
  if ("requestIdleCallback" in window) requestIdleCallback(run);
  else setTimeout(run, wait);
}

export function hasWebGl(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}

/**
 * Whether a headset can be worn. Asked in a frame of its own: a page that has asked is not kept by
 * the browser for its back button.
 */
export async function hasHeadset(): Promise<boolean> {
  if (!("xr" in navigator)) return false;
  const frame = document.createElement("iframe");
  frame.hidden = true;
  document.body.append(frame);
  try {
    const { xr } = frame.contentWindow!.navigator;
    return (await xr?.isSessionSupported("immersive-vr")) ?? false;
  } catch {
    return false;
  } finally {
    frame.remove();
  }
}
