import assert from "node:assert/strict";
import { test } from "node:test";

import { said } from "./words.ts";

const HEBREW: Record<string, string> = {
  "More actions": "פעולות נוספות",
  "%(source)s to %(target)s translation": "תרגום מ%(source)s ל%(target)s",
  "%(count)s translations": "%(count)s תרגומים",
  "Can add": "הוספה",
};
const inHebrew = (text: string) => said(text, "he", (word) => HEBREW[word] ?? word);

test("says what stands in English alone in the editor's language", () => {
  assert.equal(inHebrew("\n  More actions "), "פעולות נוספות");
  assert.equal(inHebrew("עברית to צרפתית translation"), "תרגום מעברית לצרפתית");
  assert.equal(inHebrew("420 translations"), "420 תרגומים");
  assert.equal(inHebrew("Can add group"), "הוספה");
  assert.equal(inHebrew("1–18 מתוך 18 None\n"), "1–18 מתוך 18\n");
});

test("writes dates as the language does", () => {
  assert.equal(inHebrew("תורגם ידנית ב־26 November 2026"), "תורגם ידנית ב־26 בנובמבר 2026");
  assert.equal(said("Traduit le 1 August 1862", "fr", String), "Traduit le 1 août 1862");
});

test("leaves other texts as they are", () => {
  for (const text of ["More actions for us", " פעמון ", "None of them", "May 1862", ""]) {
    assert.equal(inHebrew(text), text);
  }
});
