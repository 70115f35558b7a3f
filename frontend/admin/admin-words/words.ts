/** What the editor says in English alone, and how to say it in the editor's language. */

export type Gettext = (text: string) => string;

/** Texts as a whole, as they stand in templates and scripts that offer nothing to translate. */
const WORDS = new Set([
  "Actions",
  "Can submit translations",
  "Image",
  "Locale",
  "More actions",
  "Port",
  "Root page",
  "Search",
  "Site name",
  "Source locale",
  "Target locale",
  "Translation",
]);
const MONTHS = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];
const DATE = new RegExp(`\\b(\\d{1,2}) (${MONTHS.join("|")}) (\\d{4})\\b`);
const HEADING = /^(.+) to (.+) translation$/;
const COUNT = /^(\d+) translations$/;
const RIGHT = /^Can (add|change|delete) .+$/;
/** Wagtail's search has no name for what it found. */
const NAMELESS = / None(?=\s*$)/;

/** The text in the editor's language; the text itself where it is no word of ours. */
export function said(text: string, language: string, gettext: Gettext): string {
  const word = text.trim();
  if (WORDS.has(word)) return gettext(word);
  const [, source, target] = HEADING.exec(word) ?? [];
  if (source && target) {
    const heading = gettext("%(source)s to %(target)s translation");
    return heading.replace("%(source)s", source).replace("%(target)s", target);
  }
  const [, count] = COUNT.exec(word) ?? [];
  if (count) return gettext("%(count)s translations").replace("%(count)s", count);
  const [, right] = RIGHT.exec(word) ?? [];
  if (right) return gettext(`Can ${right}`);
  return text
    .replace(NAMELESS, "")
    .replace(DATE, (_date, day: string, month: string, year: string) => {
      const date = new Date(Date.UTC(Number(year), MONTHS.indexOf(month), Number(day)));
      return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(date);
    });
}
