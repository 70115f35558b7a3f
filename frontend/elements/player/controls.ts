/**
 * The controls of one player, loaded when it is first played.
 *
 * State and requests are media-chrome's store, which knows the browsers' differences; its elements
 * are not used, because they write style sheets that the content-security policy refuses.
 */

import { createMediaStore, type MediaState } from "media-chrome/dist/media-store/media-store.js";

import { savesData } from "../../shared/browser.ts";
import type { Words } from "../../shared/words.ts";
import type { File, Offer, Version } from "./offer.ts";
import { clock, keyAction, type Action } from "./keys.ts";

type Store = ReturnType<typeof createMediaStore>;
type State = Partial<MediaState>;

export class Controls {
  private readonly store: Store;
  private readonly stage: HTMLElement;
  private readonly status: HTMLElement | null;
  private readonly quality: HTMLSelectElement | null;
  private version: Version | undefined;
  private file: File | undefined;
  private captions: string;
  private isSeeking = false;

  constructor(
    private readonly element: HTMLElement,
    private readonly media: HTMLMediaElement,
    private readonly words: Words,
    private readonly offer: Offer,
  ) {
    this.stage = this.part("stage")!;
    const bar = element.querySelector<HTMLTemplateElement>("template[data-bar]")!;
    this.stage.append(bar.content.cloneNode(true));
    this.status = this.part("status");
    this.quality = this.part<HTMLSelectElement>("quality");
    this.captions = offer.caption;
    this.store = createMediaStore({
      media,
      fullscreenElement: this.stage,
      options: { noSubtitlesLangPref: true },
    });
    this.store.subscribe((state) => this.show(state));
    this.listen();
    this.choose(offer.version, this.bestQuality());
    this.showCaptions(this.captions);
  }

  /** Play, from `seconds` if it is given. */
  async play(seconds?: number, from = seconds): Promise<void> {
    if (from !== undefined) this.seek(seconds ?? from);
    else if (!this.media.paused) {
      this.media.pause();
      return;
    }
    await this.media.play().catch((error: unknown) => {
      if ((error as Error).name !== "AbortError") this.fail();
    });
    if (!this.stage.contains(document.activeElement)) {
      if (seconds === undefined) this.button("play")?.focus({ preventScroll: true });
    }
  }

  private listen(): void {
    this.stage.addEventListener("click", (event) => {
      const name = (event.target as Element).closest<HTMLElement>("[data-do]")?.dataset.do;
      if (name) this.act(name as Action);
    });
    this.stage.addEventListener("keydown", (event) => this.press(event));
    const seek = this.part<HTMLInputElement>("seek");
    seek?.addEventListener("input", () => {
      this.isSeeking = true;
      this.tellTime(Number(seek.value));
    });
    seek?.addEventListener("change", () => {
      this.isSeeking = false;
      this.seek(Number(seek.value));
    });
    const volume = this.part<HTMLInputElement>("volume");
    volume?.addEventListener("input", () => this.ask("mediavolumerequest", Number(volume.value)));
    this.select("chapter", (value) => this.seek(Number(value)));
    this.select("caption", (value) => this.showCaptions(value));
    this.select("version", (value) => this.choose(value, this.file?.quality));
    this.select("speed", (value) => this.ask("mediaplaybackraterequest", Number(value)));
    this.select("quality", (value) => this.choose(this.version?.key ?? "", value));
    this.media.addEventListener("timeupdate", () => this.tell(this.media.currentTime));
    this.media.addEventListener("error", () => this.fail());
    this.media.addEventListener("volumechange", () => {
      if (volume) volume.value = String(this.media.muted ? 0 : this.media.volume);
    });
  }

  private press(event: KeyboardEvent): void {
    const target = event.target as Element;
    const action = keyAction(event, target);
    if (!action) return;
    event.preventDefault();
    if (action === "settings" && this.part("settings")?.hidden) return;
    this.act(action);
    if (action === "settings") this.button("settings")?.focus();
  }

  private act(action: Action): void {
    const state = this.store.getState();
    const at = this.media.currentTime;
    const acts: Record<Action, () => void> = {
      play: () => void this.play(),
      back: () => this.seek(at - 5),
      forth: () => this.seek(at + 5),
      start: () => this.seek(0),
      end: () => this.seek(this.media.duration),
      louder: () => this.ask("mediavolumerequest", Math.min(1, this.media.volume + 0.1)),
      quieter: () => this.ask("mediavolumerequest", Math.max(0, this.media.volume - 0.1)),
      mute: () => this.ask(this.media.muted ? "mediaunmuterequest" : "mediamuterequest"),
      captions: () => this.toggleCaptions(),
      describe: () => this.toggleDescription(),
      settings: () => this.toggleSettings(),
      full: () =>
        this.ask(
          state.mediaIsFullscreen ? "mediaexitfullscreenrequest" : "mediaenterfullscreenrequest",
        ),
    };
    acts[action]?.();
  }

  private ask(type: string, detail?: unknown): void {
    this.store.dispatch({ type, detail });
  }

  private seek(seconds: number): void {
    this.whenMeasured(() => {
      this.media.currentTime = Math.max(0, Math.min(seconds, this.media.duration));
    });
  }

  /** Do it now, or once the recording's length is known: before, a place in it is forgotten. */
  private whenMeasured(act: () => void): void {
    if (this.media.readyState > 0) act();
    else this.media.addEventListener("loadedmetadata", act, { once: true });
  }

  /** Play another version or quality from where this one is. */
  private choose(key: string, quality: string | undefined): void {
    const version = this.offer.versions.find((one) => one.key === key) ?? this.offer.versions[0];
    const file = version?.files.find((one) => one.quality === quality) ?? version?.files[0];
    if (!version || !file) return;
    const { currentTime, paused, playbackRate } = this.media;
    const isFirst = !this.file;
    const isSame = this.media.currentSrc === new URL(file.url, location.href).href;
    this.version = version;
    this.file = file;
    this.media.lang = version.language;
    this.mark("version", version.key);
    this.mark("quality", file.quality);
    this.button("describe")?.setAttribute("aria-pressed", String(version.described));
    if (isSame || (isFirst && version.files[0] === file && key === this.offer.version)) return;
    this.media.src = file.url;
    this.media.playbackRate = playbackRate;
    this.whenMeasured(() => {
      if (currentTime) this.media.currentTime = currentTime;
      this.showCaptions(this.captions);
    });
    if (isFirst) return;
    // A paused recording is loaded all the same, to show where it stands.
    this.media.preload = "metadata";
    if (!paused) void this.media.play();
  }

  /** The quality that the stage can show, unless the visitor saves data. */
  private bestQuality(): string | undefined {
    const wide = this.stage.clientWidth * devicePixelRatio;
    return this.quality && !savesData() && wide > 1300 ? this.quality.options[1]?.value : undefined;
  }

  private showCaptions(address: string): void {
    const wanted = address && new URL(address, location.href).href;
    for (const track of this.media.querySelectorAll("track")) {
      track.track.mode = track.src === wanted ? this.visible : "disabled";
      track.track.oncuechange = () => this.hear(track.track);
    }
    this.captions = address;
    this.mark("caption", address);
    this.button("captions")?.setAttribute("aria-pressed", String(Boolean(address)));
  }

  /** A sound has no picture to write on: its captions stand in a line of their own. */
  private get visible(): TextTrackMode {
    return this.media.localName === "video" ? "showing" : "hidden";
  }

  private hear(track: TextTrack): void {
    const line = this.part("heard");
    if (!line || track.mode !== "hidden") return;
    line.hidden = false;
    line.lang = track.language;
    line.replaceChildren(
      ...[...(track.activeCues ?? [])].map((cue) => (cue as VTTCue).getCueAsHTML()),
    );
  }

  private toggleCaptions(): void {
    const options = [...(this.part<HTMLSelectElement>("caption")?.options ?? [])];
    const first = this.offer.caption || (options[1]?.value ?? "");
    if (!first) return;
    this.showCaptions(this.captions ? "" : first);
    this.say(this.captions ? "captions-on" : "captions-off");
  }

  /** A spoken description is a version of the film; one in words is read by whoever listens. */
  private toggleDescription(): void {
    if (this.offer.described) {
      const isOn = this.version?.key === this.offer.described;
      this.choose(isOn ? this.offer.version : this.offer.described, this.file?.quality);
      return;
    }
    const button = this.button("describe");
    button?.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    this.tell(this.media.currentTime);
  }

  private toggleSettings(): void {
    const panel = this.part("settings");
    if (!panel) return;
    panel.hidden = !panel.hidden;
    this.button("settings")?.setAttribute("aria-expanded", String(!panel.hidden));
    if (!panel.hidden) panel.querySelector("select")?.focus();
  }

  /** What the store says, on the stage. */
  private show(state: State): void {
    this.element.dataset.playing = String(state.mediaPaused === false);
    this.element.dataset.muted = String(state.mediaVolumeLevel === "off");
    this.name("play", state.mediaPaused === false ? "pause" : "play");
    this.name("mute", state.mediaVolumeLevel === "off" ? "unmute" : "mute");
    this.name("full", state.mediaIsFullscreen ? "small" : "full");
    this.stage.toggleAttribute("data-full", Boolean(state.mediaIsFullscreen));
    const full = this.button("full");
    if (full) full.hidden = state.mediaFullscreenUnavailable === "unsupported";
    const speed = this.part<HTMLSelectElement>("speed");
    if (speed && state.mediaPlaybackRate) speed.value = String(state.mediaPlaybackRate);
    if (!this.isSeeking) this.tellTime(state.mediaCurrentTime ?? 0);
  }

  private tellTime(now: number): void {
    const seek = this.part<HTMLInputElement>("seek");
    const all = Number.isFinite(this.media.duration) ? this.media.duration : 0;
    const time = this.part("time");
    if (time) time.textContent = clock(now);
    const length = this.part("length");
    if (length && all) length.textContent = clock(all);
    if (!seek) return;
    if (all) seek.max = all.toFixed(1);
    if (!this.isSeeking) seek.value = now.toFixed(1);
    seek.style.setProperty("--done", `${all ? (100 * now) / all : 0}%`);
    seek.setAttribute("aria-valuetext", this.words.say("at", { now: clock(now), all: clock(all) }));
  }

  /** The chapter that is played, and the words that describe what is seen. */
  private tell(now: number): void {
    const chapter = this.part<HTMLSelectElement>("chapter");
    const passed = [...(chapter?.options ?? [])].filter((one) => Number(one.value) <= now + 0.05);
    if (chapter && document.activeElement !== chapter && passed.length) {
      chapter.selectedIndex = passed.length - 1;
    }
    const line = this.part("described");
    const template = this.element.querySelector<HTMLTemplateElement>("template[data-descriptions]");
    if (!line || !template) return;
    const isOn = this.button("describe")?.getAttribute("aria-pressed") === "true";
    const spoken = [...template.content.querySelectorAll<HTMLElement>("[data-start]")].find(
      (one) => now >= Number(one.dataset.start) && now < Number(one.dataset.end),
    );
    const words = isOn ? (spoken?.textContent ?? "") : "";
    line.hidden = !words;
    if (line.textContent === words) return;
    line.lang = template.lang;
    line.textContent = words;
    if (this.status && words) this.status.textContent = words;
  }

  private say(word: string): void {
    if (this.status) this.status.textContent = this.words.say(word);
  }

  private fail(): void {
    this.element.dataset.state = "failed";
    this.say("failed");
  }

  private part<T extends HTMLElement = HTMLElement>(name: string): T | null {
    return this.element.querySelector<T>(`[data-part="${name}"]`);
  }

  private button(name: string): HTMLButtonElement | null {
    return this.stage.querySelector<HTMLButtonElement>(`.player__bar [data-do="${name}"]`);
  }

  private name(button: string, word: string): void {
    const words = this.words.say(word);
    const found = this.button(button);
    if (found?.getAttribute("aria-label") === words) return;
    found?.setAttribute("aria-label", words);
    if (found) found.title = words;
  }

  private mark(part: string, value: string): void {
    const select = this.part<HTMLSelectElement>(part);
    if (select) select.value = value;
  }

  private select(part: string, change: (value: string) => void): void {
    const select = this.part<HTMLSelectElement>(part);
    select?.addEventListener("change", () => change(select.value));
  }
}
