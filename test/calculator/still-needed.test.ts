import { expect, test } from "vitest";

import type { Said } from "../../docs/calculator/form/issue-words.js";
import { remaining } from "../../docs/calculator/form/still-needed.js";

const MISSING: Said = { path: ["goal", "amount"], text: "Please fill this in.", missing: true, beside: null };
const WRONG: Said = { ...MISSING, missing: false };

test.each<readonly [string, readonly Said[]]>([
  ["", []],
  ["1 field is still needed.", [MISSING]],
  ["2 fields are still needed, 1 entry needs another look.", [MISSING, WRONG, MISSING]],
  ["2 entries need another look.", [WRONG, WRONG]],
])("%j is what is left to do", (words, issues) => {
  expect(remaining(issues)).toBe(words);
});
