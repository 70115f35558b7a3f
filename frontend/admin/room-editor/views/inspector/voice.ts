/** Recording why the chosen work hangs here: record, stop, listen, again, and keep. */

import { button, html } from "../../../../shared/dom.ts";
import type { EditorState } from "../../model/state.ts";
import { hasMicrophone, Recorder, type Take } from "../../recording/recorder.ts";
import { NotTaken, send } from "../../recording/send.ts";
import { wav } from "../../recording/wav.ts";
import { type Fields, labelled } from "./fields.ts";

/** What a file's name may not have. */
const UNSAFE = /[^\p{L}\p{M}\p{N} .,-]+/gu;

type Stage = "ready" | "recording" | "taken" | "sending";

class VoiceRecording {
  readonly element = html("fieldset", { class: "re-visit-fields re-voice" });
  private readonly recorder = new Recorder();
  private readonly language: HTMLSelectElement;
  private readonly level = html("meter", { min: 0, max: 1, high: 0.95, optimum: 0.5, value: 0 });
  private readonly notice = html("p", { class: "re-quiet", role: "status" });
  private readonly buttons: Record<Stage, HTMLButtonElement[]>;
  private take: Take | null = null;

  constructor(
    private readonly state: EditorState,
    private readonly work: { readonly id: string; readonly title: string },
    private readonly collection: number,
  ) {
    const { words, languages } = state;
    const made = (name: string, act: () => Promise<void>): HTMLButtonElement =>
      button(words.say(name), () => void this.safely(act), null, name);
    this.language = html(
      "select",
      { class: "re-select", "data-field": "voice" },
      ...languages.map(([code, name]) => html("option", { value: code, lang: code }, name)),
    );
    this.language.value = window.wagtailConfig?.ACTIVE_CONTENT_LOCALE ?? "";
    this.level.setAttribute("aria-label", words.say("voice_level"));
    this.buttons = {
      ready: [made("voice_record", () => this.record())],
      recording: [made("voice_stop", () => this.stop())],
      taken: [
        made("voice_listen", () => this.listen()),
        made("voice_again", () => this.record()),
        made("voice_keep", () => this.keep()),
      ],
      sending: [],
    };
    this.element.append(
      html("legend", { class: "re-quiet" }, words.say("voices")),
      labelled(words.say("voice_language"), this.language),
      this.level,
      html("div", { class: "re-group" }, ...Object.values(this.buttons).flat()),
      this.notice,
    );
    this.enter("ready");
  }

  /** Show what can be done now; a focus that goes with its button comes to the next one. */
  private enter(stage: Stage, notice = ""): void {
    const { activeElement } = document;
    const follows = activeElement === document.body || this.element.contains(activeElement);
    for (const [name, buttons] of Object.entries(this.buttons)) {
      for (const one of buttons) one.hidden = name !== stage;
    }
    this.level.hidden = stage !== "recording";
    this.language.disabled = stage === "recording" || stage === "sending";
    this.notice.textContent = notice;
    if (follows && this.element.isConnected) this.buttons[stage][0]?.focus();
  }

  private async safely(act: () => Promise<void>): Promise<void> {
    const { words } = this.state;
    try {
      await act();
    } catch (error) {
      const refused = (error as Error).name === "NotAllowedError";
      const reason = error instanceof NotTaken ? error.message : "";
      const stage = this.take ? "taken" : "ready";
      this.enter(stage, reason || words.say(refused ? "voice_not_allowed" : "voice_failed"));
      console.warn(error);
    }
  }

  private async record(): Promise<void> {
    this.take = null;
    await this.recorder.start((loudness) => {
      this.level.value = loudness;
      if (!this.element.isConnected) this.recorder.dispose();
    });
    this.enter("recording");
  }

  private async stop(): Promise<void> {
    this.take = await this.recorder.stop();
    const seconds = Math.round(this.take.samples.length / this.take.rate);
    this.enter("taken", this.state.words.say("voice_taken", { seconds }));
  }

  private async listen(): Promise<void> {
    await this.recorder.play(this.take!);
  }

  /** The museum keeps the recording, and the work says it in this language. */
  private async keep(): Promise<void> {
    const { state, work, take } = this;
    const { words, lookup } = state;
    const { value } = this.language;
    this.recorder.hush();
    this.enter("sending", words.say("voice_sending"));
    const title = words.say("voice_title", { work: work.title, language: value });
    const name = `${title.replace(UNSAFE, " ").trim().slice(0, 120)}.wav`;
    const file = wav(take!.samples, take!.rate);
    const kept = await send(file, name, lookup.uploads, this.collection);
    this.take = null;
    state.form.setVoice(work.id, value, kept);
    this.enter("ready", words.say("voice_kept", { title: kept.title }));
    state.refresh();
  }
}

/** The recording of a work's voice; where none can be made, why. */
export function voiceField(
  state: EditorState,
  fields: Fields,
  work: { readonly id: string; readonly title: string },
): HTMLElement {
  const { words, lookup } = state;
  const has = html("p", { class: "re-quiet" });
  const place = html("div", {}, has);
  fields.bound(has, () => {
    const names = new Map(state.languages);
    const known = state.form.voices(work.id).map(([code]) => names.get(code) ?? code);
    has.textContent = known.length ? words.say("voices_are", { languages: known.join(", ") }) : "";
  });
  void hasMicrophone().then((offered) => {
    const { collection } = lookup;
    if (offered && collection) {
      place.append(new VoiceRecording(state, work, collection).element);
    } else {
      const why = words.say(offered ? "voice_no_place" : "voice_no_microphone");
      place.append(html("p", { class: "re-quiet" }, why));
    }
  });
  return place;
}
