/**
 * `<date-in-words data-address>`: a field for a date, and below it what the museum understands, as
 * visitors will read it. The server reads; its answer is the same that stands there without scripts.
 */

/** As long as one pauses between two words. */
const PAUSE = 350;

class DateInWords extends HTMLElement {
  private asked = new AbortController();
  private timer = 0;

  private get input(): HTMLInputElement {
    return this.querySelector("input")!;
  }

  private get said(): HTMLOutputElement {
    return this.querySelector("output")!;
  }

  connectedCallback(): void {
    this.addEventListener("input", this.onInput);
    this.addEventListener("click", this.onClick);
    // Blocks get their value after they stand in the page, without an event.
    this.timer = window.setTimeout(() => {
      if (this.input.value && !this.said.childElementCount) void this.ask();
    });
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.timer);
    this.asked.abort();
  }

  private readonly onInput = (): void => {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), PAUSE);
  };

  private readonly onClick = (event: Event): void => {
    const choice = (event.target as Element).closest<HTMLElement>("[data-edtf]");
    if (!choice) return;
    this.input.value = choice.dataset.edtf!;
    this.input.focus();
    for (const name of ["input", "change"]) {
      this.input.dispatchEvent(new Event(name, { bubbles: true }));
    }
  };

  /** Shows what the server understands; without an answer it says nothing rather than something old. */
  private async ask(): Promise<void> {
    this.asked.abort();
    this.asked = new AbortController();
    const { signal } = this.asked;
    const address = `${this.dataset.address!}?text=${encodeURIComponent(this.input.value)}`;
    try {
      const response = await fetch(address, { signal });
      const text = response.ok && !response.redirected ? await response.text() : "";
      const answer = new DOMParser().parseFromString(text, "text/html");
      this.said.replaceChildren(...answer.body.childNodes);
    } catch {
      if (!signal.aborted) this.said.replaceChildren();
    }
  }
}

customElements.define("date-in-words", DateInWords);
