import assert from "node:assert/strict";
import { test } from "node:test";

import { atHome, readable } from "./manifest.ts";

const id = "https://museum.example/artifacts/1/manifest.json";
const painting = (body: object) => ({ items: [{ body }] });

test("an annotation speaks the reader's language, or the first it has", () => {
  const body = [
    { type: "TextualBody", value: "<p>ש</p>", language: "he", format: "text/html" },
    { type: "TextualBody", value: "a < b\nc", language: "fr", format: "text/plain" },
    { type: "Sound" },
  ];
  const canvas = { items: [painting({ type: "Image" })], annotations: [{ items: [{ body }] }] };
  const said = (language: string) =>
    readable({ id, items: [canvas] }, language).items![0]!.annotations![0]!.items[0]!.body;
  assert.deepEqual(said("he"), [body[0]]);
  assert.deepEqual(said("es"), [body[0]]);
  assert.deepEqual(said("fr"), [{ ...body[1], value: "a &lt; b<br>c", format: "text/html" }]);
});

test("of a model and its poster the poster is left; films keep their choice", () => {
  const poster = { type: "Image" };
  const films = { type: "Choice", items: [{ type: "Video" }, { type: "Video" }] };
  const choice = { type: "Choice", items: [poster, { type: "Model" }] };
  const [object, film] = readable(
    { id, items: [choice, films].map((b) => ({ items: [painting(b)] })) },
    "he",
  ).items!;
  assert.deepEqual(object!.items[0]!.items[0]!.body, poster);
  assert.deepEqual(film!.items[0]!.items[0]!.body, films);
});

test("addresses of the museum are read where the page is", () => {
  const told = {
    id,
    items: [{ id: "https://museum.example/iiif/1" }],
    rights: "https://example.org/",
  };
  assert.deepEqual(atHome(told, "http://localhost:8000"), {
    id: "http://localhost:8000/artifacts/1/manifest.json",
    items: [{ id: "http://localhost:8000/iiif/1" }],
    rights: "https://example.org/",
  });
});
