/** A lost graphics card: the visitor is told, and it may come back for a while. */

/** How long it may take to come back while the page is seen, in milliseconds. */
const RESTORING = 10_000;

export interface Losing {
  say(key: string): void;
  wake(): void;
  give(reason: string): void;
}

export class LostGraphics {
  private restoring = 0;

  constructor(
    canvas: HTMLCanvasElement,
    private readonly losing: Losing,
    signal: AbortSignal,
  ) {
    canvas.addEventListener("webglcontextlost", () => this.lose(), { signal });
    canvas.addEventListener("webglcontextrestored", () => this.restore(), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.restoring));
  }

  private lose(): void {
    this.losing.say("lost");
    clearTimeout(this.restoring);
    this.restoring = window.setTimeout(() => {
      if (document.hidden) this.lose();
      else this.losing.give("gone");
    }, RESTORING);
  }

  private restore(): void {
    clearTimeout(this.restoring);
    this.losing.say("restored");
    this.losing.wake();
  }
}
