/** When a school was open: the twin of `Years.standing` in atlas/years.py; they share vectors. */

export type Standing = "open" | "perhaps" | "not";

/**
 * The years that a school was open, first and last of each included: perhaps from `earliest` to
 * `latest`, where null is without a bound, and certainly from `opens` (null: never) to `closes`.
 */
export interface Years {
  earliest: number | null;
  opens: number | null;
  closes: number | null;
  latest: number | null;
}

/** The four as the page has them: "1864 1865 - -". */
export function readYears(text: string): Years {
  const [earliest = null, opens = null, closes = null, latest = null] = text
    .split(" ")
    .map((year) => (year === "-" ? null : Number(year)));
  return { earliest, opens, closes, latest };
}

/** Whether a school was open in any of the years from `first` to `last`. */
export function standing(years: Years, first: number, last: number): Standing {
  const { earliest, opens, closes, latest } = years;
  if (earliest !== null && last < earliest) return "not";
  if (latest !== null && first > latest) return "not";
  if (opens === null || last < opens) return "perhaps";
  if (closes !== null && (closes < opens || first > closes)) return "perhaps";
  return "open";
}

/** What is the case of several together: open before perhaps before not; of none, open. */
export function strongest(found: Iterable<Standing>): Standing {
  const all = new Set(found);
  return (["open", "perhaps", "not"] as const).find((one) => all.has(one)) ?? "open";
}
