/** What the uploader asks of the museum once a file has arrived whole. */

export interface Answer {
  state: "made" | "refused" | "duplicate" | "failed" | "busy" | "incomplete";
  message?: string;
  title?: string;
  /** The item that was made, or that the museum has already. */
  id?: number;
  url?: string;
}

const PATIENCE = 1500;

/** The headers of every request that changes something: Django's proof that the page is its own. */
export function headers(): Record<string, string> {
  return { "X-CSRFToken": window.wagtailConfig?.CSRF_TOKEN ?? "" };
}

/** Have the museum check a file and make its item; while another request checks it, ask again. */
export async function finish(address: string, twice = false): Promise<Answer> {
  for (;;) {
    const body = new URLSearchParams(twice ? { twice: "1" } : {});
    try {
      const response = await fetch(`${address}finish/`, {
        method: "POST",
        headers: headers(),
        body,
      });
      if (!response.ok) return { state: "failed" };
      const answer = (await response.json()) as Answer;
      if (answer.state !== "busy") return answer;
    } catch {
      return { state: "failed" };
    }
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
  }
}
