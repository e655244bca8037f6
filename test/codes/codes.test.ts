import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { codesPage } from "./page.js";

// 63 of 77 codes stood on no page. The tables of examples are typed by the unions, so a code without one does not compile.
it("docs/codes.md lists every code with what it means, its figures and a sentence that it really says", () => {
  const page = readFileSync(new URL("../../docs/codes.md", import.meta.url), "utf8");
  expect(page, "run npm run codes").toBe(codesPage());
});

it("every code and every figure says what it is", () => {
  const page = codesPage();
  expect(page).not.toMatch(/^#{3,4} `.+\n\n+(?:>|#)/m);
  expect(page).not.toMatch(/^- `\w+`: *$/m);
});
