/** The guided tour: from stop to stop in the page's order, holding still while a text is read. */

/** Reading time: a first look, then so many milliseconds a letter. */
const LOOK = 5000;
const LETTER = 45;
const LONGEST = 30_000;

/** What is to be read at a stop, and what is heard there, if anything. */
export interface Stop {
  readonly words: string;
  readonly sound: HTMLMediaElement | null;
}

export class Tour {
  private timer = 0;
  private sound: HTMLMediaElement | null = null;
  running = false;
  /** Recordings are played only when the visitor asked for them. */
  aloud = false;

  /** `go` walks to the next stop and shows it; null after the last one. */
  constructor(
    private readonly go: () => Promise<Stop | null>,
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
    this.hush();
    this.changed(false);
  }

  private hush(): void {
    const { sound } = this;
    this.sound = null;
    sound?.pause();
  }

  private async next(): Promise<void> {
    const stop = await this.go();
    if (!this.running) return;
    if (!stop) {
      this.pause();
      return;
    }
    if (this.aloud && stop.sound && (await this.listen(stop.sound))) return;
    if (!this.running) return;
    const time = Math.min(LONGEST, LOOK + stop.words.length * LETTER);
    this.timer = window.setTimeout(() => void this.next(), time);
  }

  /** Play a recording and go on after it; false where it cannot be played. */
  private async listen(sound: HTMLMediaElement): Promise<boolean> {
    this.sound = sound;
    sound.addEventListener("ended", () => this.running && this.sound === sound && void this.next());
    // The visitor's own press on the player's pause is a pause of the tour.
    sound.addEventListener("pause", () => !sound.ended && this.sound === sound && this.pause());
    try {
      await sound.play();
      return true;
    } catch {
      this.sound = null;
      return false;
    }
  }
}
