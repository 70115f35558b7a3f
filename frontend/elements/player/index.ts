/**
 * `<museum-player>`: a film or sound that can be played by everybody.
 *
 * Holds the browser's own player, which is all there is without scripts, a button, templates for the
 * controls and the words, a JSON of the versions, and the transcript. An address that names a line of it
 * (`#said-7-3`) has the playing begin there. `data-state` tells idle, loading, ready or failed. Methods: `begin(seconds)`.
 * Neither the controls nor a byte of the recording or its captions is loaded before a visitor asks.
 */

import { nameIn } from "../../shared/address.ts";
import { Words } from "../../shared/words.ts";
import type { Controls } from "./controls.ts";
import type { Offer } from "./offer.ts";
import { Transcript } from "./transcript.ts";

export class MuseumPlayer extends HTMLElement {
  private controls: Controls | null = null;
  private loading: Promise<Controls> | null = null;
  private media!: HTMLMediaElement;
  private words!: Words;
  private from: number | undefined;
  private readonly gone = new AbortController();

  connectedCallback(): void {
    const media = this.querySelector<HTMLMediaElement>("video, audio");
    if (this.media || !media) return;
    this.media = media;
    this.words = Words.in(this);
    // A copy of a player that was played begins anew.
    this.querySelector(".player__bar")?.remove();
    delete this.dataset.playing;
    this.dataset.state = "idle";
    media.controls = false;
    const button = this.beginning;
    if (button) {
      button.hidden = false;
      button.addEventListener("click", () => void this.begin());
    }
    if (media.localName === "video") media.addEventListener("click", () => void this.begin());
    // Played by the room's tour, or by a key of the keyboard: then it has controls, too.
    media.addEventListener("play", () => void this.load().catch(() => undefined));
    const list = this.querySelector<HTMLElement>(".transcript__lines");
    if (list) new Transcript(list, media, this.words, (seconds) => void this.begin(seconds));
    addEventListener("hashchange", () => this.arrive(), { signal: this.gone.signal });
    this.arrive();
  }

  disconnectedCallback(): void {
    this.media?.pause();
    this.gone.abort();
  }

  /** Play, from `seconds` if it is given; pause what is playing otherwise. */
  async begin(seconds?: number): Promise<void> {
    if (this.loading && !this.controls) return;
    const from = this.from;
    this.from = undefined;
    try {
      await (await this.load()).play(seconds, from);
    } catch {
      this.media.controls = true;
    }
  }

  /** Have the playing begin at the line that the address names. */
  private arrive(): void {
    const line = document.getElementById(nameIn(location.hash));
    if (!line?.dataset.start || !this.contains(line)) return;
    this.from = Number(line.dataset.start);
    line.closest("details")?.setAttribute("open", "");
    line.scrollIntoView({ block: "nearest" });
  }

  private get beginning(): HTMLButtonElement | null {
    return this.querySelector<HTMLButtonElement>("[data-do=begin]");
  }

  private load(): Promise<Controls> {
    this.loading ??= this.loadNow().catch((error: unknown) => {
      console.error(error);
      this.dataset.state = "failed";
      this.loading = null;
      throw error;
    });
    return this.loading;
  }

  private async loadNow(): Promise<Controls> {
    this.dataset.state = "loading";
    const { Controls } = await import("./controls.ts");
    const offer = JSON.parse(this.querySelector("script[type]")?.textContent ?? "{}") as Offer;
    this.controls = new Controls(this, this.media, this.words, offer);
    if (this.beginning) this.beginning.hidden = true;
    this.dataset.state = "ready";
    return this.controls;
  }
}

customElements.define("museum-player", MuseumPlayer);
