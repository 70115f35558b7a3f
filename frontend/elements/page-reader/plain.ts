/** A text as it is compared: without points, accents and case, the signs for apostrophes made one. */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[׳’‘`´]/g, "'")
    .replace(/[״“”„«»]/g, '"')
    .replace(/\s+/g, " ")
    .trim()
    .toLocaleLowerCase("en");
}
