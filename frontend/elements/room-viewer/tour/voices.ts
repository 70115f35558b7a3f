/** What is heard at a stop: a recording, or the browser's own voice. */

/** `heard` to the end, `stopped` by the visitor's own hand, or `silent`: it could not be played. */
export type Outcome = "heard" | "stopped" | "silent";

export interface Voice {
  play(slower: boolean): Promise<Outcome>;
  /** Fall silent; what `play` promised does not matter any more. */
  stop(): void;
}

export class Recording implements Voice {
  private hushed = false;

  constructor(private readonly media: HTMLMediaElement) {}

  async play(): Promise<Outcome> {
    const { media } = this;
    const end = new Promise<Outcome>((resolve) => {
      media.addEventListener("ended", () => resolve("heard"), { once: true });
      // The visitor's own press on the player's pause is a pause of the tour.
      media.addEventListener("pause", () => {
        if (!media.ended && !this.hushed) resolve("stopped");
      });
    });
    try {
      await media.play();
    } catch {
      return "silent";
    }
    return end;
  }

  stop(): void {
    this.hushed = true;
    this.media.pause();
  }
}

/** Part of the ordinary speed for those who asked for it slower. */
const SLOWLY = 0.8;
/** Android still names Hebrew by its old code. */
const OLD_CODES: Readonly<Record<string, string>> = { iw: "he" };

const codeOf = (language: string): string => {
  const code = language.toLowerCase().split(/[-_]/)[0] ?? "";
  return OLD_CODES[code] ?? code;
};

/**
 * A voice that this device has itself for a language, or null. Others would send what is read to
 * another host.
 */
export function localVoice(language: string): SpeechSynthesisVoice | null {
  if (!("speechSynthesis" in globalThis)) return null;
  const all = speechSynthesis.getVoices();
  const fitting = all.filter((one) => one.localService && codeOf(one.lang) === codeOf(language));
  return fitting.find((one) => one.default) ?? fitting[0] ?? null;
}

export class Speech implements Voice {
  constructor(
    private readonly words: string,
    private readonly voice: SpeechSynthesisVoice,
  ) {}

  play(slower: boolean): Promise<Outcome> {
    const said = new SpeechSynthesisUtterance(this.words);
    said.voice = this.voice;
    said.lang = this.voice.lang;
    said.rate = slower ? SLOWLY : 1;
    return new Promise((resolve) => {
      said.addEventListener("end", () => resolve("heard"));
      said.addEventListener("error", () => resolve("silent"));
      speechSynthesis.cancel();
      speechSynthesis.speak(said);
    });
  }

  stop(): void {
    speechSynthesis.cancel();
  }
}
