/**
 * `<import-progress data-address>`: asks how far an import is, and shows the page anew once the
 * museum is done with it. Without this script the page has a link that looks again.
 */

interface Progress {
  working: boolean;
  done: number | null;
  total: number | null;
  words: string;
}

/** Between two looks, in ms. */
const PAUSE = 1000;

class ImportProgress extends HTMLElement {
  private timer = 0;

  connectedCallback(): void {
    this.timer = window.setTimeout(() => void this.look(), PAUSE);
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.timer);
  }

  private async look(): Promise<void> {
    try {
      const response = await fetch(this.dataset.address!);
      if (response.ok) this.show((await response.json()) as Progress);
    } catch {
      // The network is away for a moment: the next look finds it again.
    }
    this.timer = window.setTimeout(() => void this.look(), PAUSE);
  }

  private show({ working, done, total, words }: Progress): void {
    if (!working) {
      window.location.reload();
      return;
    }
    this.querySelector("[data-words]")!.textContent = words;
    const bar = this.querySelector("progress")!;
    if (done !== null && total) {
      bar.max = total;
      bar.value = done;
    }
  }
}

customElements.define("import-progress", ImportProgress);
