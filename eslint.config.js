/** How the front end's code is checked, beside the compiler (types) and prettier (form). */

import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  { ignores: ["museum/static/", "var/", "**/*.d.ts"] },
  js.configs.recommended,
  {
    files: ["frontend/**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: "frontend/tsconfig.json", tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // The compiler's noUncheckedIndexedAccess doubts every index; "!" says which are in range.
      "@typescript-eslint/no-non-null-assertion": "off",
      // `() => this.draw()` and `return this.rest("no-webgl")` are clear where nothing is returned.
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Addresses, styles and labels are written with numbers.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // node:test waits for its tests itself.
      "@typescript-eslint/no-floating-promises": [
        "error",
        { allowForKnownSafeCalls: [{ from: "package", name: "test", package: "node:test" }] },
      ],
      // What is left out of an object by destructuring is not used, on purpose.
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      // Types know neither what changes while something is awaited, nor which browser lacks what.
      "@typescript-eslint/no-unnecessary-condition": "off",
      // `part<HTMLInputElement>("name")` says what a template holds, as `querySelector` does.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      // An empty text counts as none in what pages and forms hold.
      "@typescript-eslint/prefer-nullish-coalescing": [
        "error",
        { ignorePrimitives: { string: true } },
      ],
    },
  },
  {
    files: ["frontend/**/*.mjs", "*.js"],
    languageOptions: {
      globals: { console: "readonly", performance: "readonly", process: "readonly" },
    },
  },
);
