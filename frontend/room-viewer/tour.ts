/** The guided tour: from stop to stop in the page's order, holding still while a text is read. */

/** Reading time: a first look, then so many milliseconds a letter. */
const LOOK = 5000;
const LETTER = 45;
const LONGEST = 30_000;

export class Tour {
  private timer = 0;
  running = false;

  /** `go` walks to the next stop and answers its words, or null after the last one. */
  constructor(
    private readonly go: () => Promise<string | null>,
    private readonly changed: (running: boolean) => void,
  ) {}

  start(): void {
    this.running = true;
    this.changed(true);
    void this.next();
  }

  pause(): void {
    if (!this.running) return;
    this.running = false;
    clearTimeout(this.timer);
    this.changed(false);
  }

  private async next(): Promise<void> {
    const words = await this.go();
    if (!this.running) return;
    if (words === null) return this.pause();
    const time = Math.min(LONGEST, LOOK + words.length * LETTER);
    this.timer = window.setTimeout(() => void this.next(), time);
  }
}
