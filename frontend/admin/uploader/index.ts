/**
 * `<museum-uploader>`: the page “Add files” of the editor. Uppy sends the files by the tus protocol, in
 * parts that go on where they stopped; the museum then checks each, and says what became of it.
 */

import Uppy, { type Body, type Meta, type UppyFile } from "@uppy/core";
import Dashboard from "@uppy/dashboard";
import Tus from "@uppy/tus";
import es from "@uppy/locales/lib/es_ES.js";
import fr from "@uppy/locales/lib/fr_FR.js";
import he from "@uppy/locales/lib/he_IL.js";

import { filled } from "../../shared/words.ts";
import { Outcome } from "./outcome.ts";
import { type Answer, finish, headers } from "./server.ts";
import type { Settings } from "./settings.ts";

const LOCALES = { es, fr, he };
/** Bytes of a part: small enough to lose little, large enough to be quick. */
const PART = 8 * 1024 * 1024;
const RETRIES = [0, 1000, 3000, 5000, 10_000];

/** What browsers draw, up to so many bytes: a scan of 300 megapixels would stop them. */
const DRAWN = /^image\/(jpeg|png|webp|gif|avif)$/;
const DRAWN_BYTES = 10 * 1024 * 1024;

type File = UppyFile<Meta, Body>;

/** What the museum said when it would not take a part; nothing where the connection broke. */
function saidBy(error: unknown): string {
  const { originalResponse } = error as {
    originalResponse?: { getStatus(): number; getBody(): string } | null;
  };
  const isOurs = [413, 422, 507].includes(originalResponse?.getStatus() ?? 0);
  return isOurs ? (originalResponse?.getBody() ?? "") : "";
}

class Uploader extends HTMLElement {
  private settings!: Settings;
  private uppy!: Uppy<Meta, Body>;
  private outcome!: Outcome;
  /** Read while the request is open: Uppy closes it before it tells of the error. */
  private readonly said = new WeakMap<object, string>();

  connectedCallback(): void {
    this.settings = JSON.parse(this.querySelector("script")?.textContent ?? "{}") as Settings;
    this.outcome = new Outcome(this.find("[data-outcome]"), this.settings.words);
    this.uppy = this.makeUppy();
    this.uppy.addPostProcessor((ids) => this.checkAll(ids));
    for (const button of this.querySelectorAll<HTMLButtonElement>("[data-discard]")) {
      button.addEventListener("click", () => void this.discard(button));
    }
    for (const button of this.querySelectorAll<HTMLButtonElement>("[data-check]")) {
      button.addEventListener("click", () => {
        void this.check(button.dataset.name ?? "", button.dataset.check ?? "");
        button.closest("li")?.remove();
      });
    }
  }

  disconnectedCallback(): void {
    this.uppy.destroy();
  }

  private makeUppy(): Uppy<Meta, Body> {
    const { endings, endpoint, language, maxSize, words } = this.settings;
    const locale = LOCALES[language as keyof typeof LOCALES];
    const uppy = new Uppy<Meta, Body>({
      // What Hebrew lacks there, English would say.
      ...(locale && {
        locale: {
          ...locale,
          strings: { ...locale.strings, youCanOnlyUploadFileTypes: words.kinds },
        },
      }),
      restrictions: { maxFileSize: maxSize, allowedFileTypes: endings },
      onBeforeFileAdded: (file) => {
        file.meta.collection = this.collection;
        return true;
      },
    });
    uppy.use(Dashboard, {
      inline: true,
      target: this.find("[data-dashboard]"),
      width: "100%",
      height: 400,
      direction: document.dir === "rtl" ? "rtl" : "ltr",
      theme: this.isDark ? "dark" : "light",
      proudlyDisplayPoweredByUppy: false,
      showProgressDetails: true,
      doneButtonHandler: null,
      showRemoveButtonAfterComplete: true,
      // It would draw each file, whatever its size.
      disableThumbnailGenerator: true,
      locale: {
        strings: { dropPasteFiles: words.drop, browseFiles: words.browse },
      },
    });
    uppy.use(Tus, {
      endpoint,
      chunkSize: PART,
      retryDelays: RETRIES,
      limit: 2,
      headers,
      allowedMetaFields: ["collection", "name"],
      removeFingerprintOnSuccess: true,
      onShouldRetry: (error, _attempt, _options, next) => {
        const words = saidBy(error);
        if (words) this.said.set(error, words);
        return !words && next(error);
      },
    });
    uppy.on("file-added", (file) => this.preview(file));
    uppy.on("file-removed", (file) => URL.revokeObjectURL(file.preview ?? ""));
    uppy.on("upload-error", (file, error) => {
      const message = this.said.get(error) ?? this.settings.words.lost;
      if (file) this.outcome.show(file.name ?? "", { state: "failed", message });
    });
    return uppy;
  }

  /** Show a picture of a usual size beside its name. */
  private preview({ id, data, type, size }: File): void {
    if (!DRAWN.test(type) || (size ?? 0) > DRAWN_BYTES || !(data instanceof Blob)) return;
    this.uppy.setFileState(id, { preview: URL.createObjectURL(data) });
  }

  private find(selector: string): HTMLElement {
    return this.querySelector<HTMLElement>(selector)!;
  }

  private get collection(): string {
    return this.querySelector("select")?.value ?? "";
  }

  private get isDark(): boolean {
    const { classList } = document.documentElement;
    const system = matchMedia("(prefers-color-scheme: dark)").matches;
    return classList.contains("w-theme-dark") || (classList.contains("w-theme-system") && system);
  }

  /** Have the museum check what has arrived whole, one after another, and show the answers. */
  private async checkAll(ids: string[]): Promise<void> {
    for (const [index, id] of ids.entries()) {
      const file = this.uppy.getFile(id) as File | undefined;
      if (!file?.uploadURL || file.error) continue;
      this.uppy.emit("postprocess-progress", file, {
        mode: "indeterminate",
        message: filled(this.settings.words.checking, {
          name: file.name ?? "",
          number: index + 1,
          count: ids.length,
        }),
      });
      const answer = await this.check(file.name ?? "", file.uploadURL);
      if (answer.state === "refused" || answer.state === "failed") {
        this.uppy.setFileState(id, { error: answer.message ?? "" });
      }
      const after = this.uppy.getFile(id) as File | undefined;
      if (after) this.uppy.emit("postprocess-complete", after);
    }
  }

  private async check(name: string, address: string): Promise<Answer> {
    const answer = await finish(address);
    this.outcome.show(name, answer, {
      twice: async () => this.outcome.show(name, await finish(address, true)),
      discard: () => this.forget(address),
      again: async () => {
        await this.check(name, address);
      },
    });
    return answer;
  }

  private async forget(address: string): Promise<void> {
    await fetch(address, { method: "DELETE", headers: { ...headers(), "Tus-Resumable": "1.0.0" } });
  }

  private async discard(button: HTMLButtonElement): Promise<void> {
    await this.forget(button.dataset.discard ?? "");
    button.closest("li")?.remove();
  }
}

customElements.define("museum-uploader", Uploader);
