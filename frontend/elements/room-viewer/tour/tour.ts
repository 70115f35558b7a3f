/** The guided tour as a machine: goes from stop to stop, waits while one reads or hears, goes on. */

import { readingTime } from "./reading-time.ts";
import type { Voice } from "./voices.ts";

/** `paused` stays where it is until the visitor goes on; `idle` is before and after a tour. */
export type Phase = "idle" | "running" | "paused";

/** What is to be read at a stop, and what is heard there, if anything: asked for when it is played. */
export interface Stop {
  readonly words: number;
  readonly voice: Voice | null;
  /** Seconds that one stays where nothing is heard; 0 for as long as reading takes. */
  readonly seconds: number;
  /** Turns to a detail before one goes on; null where there is none, or one was turned to it. */
  readonly turn: (() => Promise<Stop>) | null;
}

export class Tour {
  phase: Phase = "idle";
  /** Nothing is heard before the visitor asks for it. */
  aloud = false;
  slower = false;
  private timer = 0;
  private voice: Voice | null = null;
  private stop: Stop | null = null;
  /** The stop was reached, and nothing of it read or heard yet. */
  private isNew = false;
  /** Counts what was begun: only the last goes on. */
  private turn = 0;

  /** `go` walks to the next or previous stop and shows it; null after the last one. */
  constructor(
    private readonly go: (by: 1 | -1) => Promise<Stop | null>,
    private readonly changed: (phase: Phase) => void,
  ) {}

  get running(): boolean {
    return this.phase === "running";
  }

  /** Begin, or go on. */
  start(): void {
    const { stop, isNew } = this;
    this.enter("running");
    void (stop && isNew ? this.stay(stop) : this.goOn(stop));
  }

  /** Take a tour up again at a stop; it waits there for the visitor's own hand. */
  resume(stop: Stop): void {
    this.stop = stop;
    this.isNew = true;
    this.enter("paused");
  }

  pause(): void {
    if (!this.running) return;
    this.halt();
    this.enter("paused");
  }

  /** End the tour where it is. */
  end(): void {
    if (this.phase === "idle") return;
    this.halt();
    this.stop = null;
    this.enter("idle");
  }

  /** Go one stop on or back; a tour that is paused stays so. */
  step(by: 1 | -1): void {
    if (this.phase !== "idle") void this.move(by);
  }

  /** Hear the tour from here on, or read it. */
  hear(aloud: boolean): void {
    this.aloud = aloud;
    if (!this.running || !this.stop) return;
    this.halt();
    void this.stay(this.stop);
  }

  private enter(phase: Phase): void {
    this.phase = phase;
    this.changed(phase);
  }

  /** Fall silent and wait for nothing any more. */
  private halt(): void {
    this.turn += 1;
    clearTimeout(this.timer);
    this.voice?.stop();
    this.voice = null;
  }

  private async move(by: 1 | -1): Promise<void> {
    this.halt();
    const { turn } = this;
    this.stop = null;
    this.isNew = false;
    const stop = await this.go(by);
    if (turn !== this.turn) return;
    this.stop = stop;
    if (!stop) this.end();
    else if (this.running) await this.stay(stop);
  }

  /** Turn to what there is to see in detail, else go to the next stop. */
  private async goOn(stop: Stop | null): Promise<void> {
    if (!stop?.turn) return this.move(1);
    this.halt();
    const { turn } = this;
    const detail = await stop.turn();
    if (turn !== this.turn) return;
    this.stop = detail;
    if (this.running) await this.stay(detail);
  }

  private async stay(stop: Stop): Promise<void> {
    const { turn } = this;
    this.isNew = false;
    const voice = this.aloud ? stop.voice : null;
    if (voice) {
      this.voice = voice;
      const outcome = await voice.play(this.slower);
      if (turn !== this.turn) return;
      this.voice = null;
      if (outcome === "heard") return this.goOn(stop);
      if (outcome === "stopped") {
        this.pause();
        return;
      }
    }
    const time = readingTime(stop.words, this.slower, stop.seconds);
    this.timer = window.setTimeout(() => void this.goOn(stop), time);
  }
}
