/** How many words a text has, as `exhibitions/blocks/short_text.py` counts them. */

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Words stand between blanks; signs that stand alone, such as a French colon, are none. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((part) => LETTER_OR_DIGIT.test(part)).length;
}
