import { readFileSync } from "node:fs";

import { check } from "reverse-funnel";
import { parsePlanYaml } from "reverse-funnel/yaml";
import { expect, test } from "vitest";

// The same check inside a test suite: a failure prints the sentence that says what to do.
test("the plan holds", () => {
  const plan = parsePlanYaml(readFileSync(new URL("plan.yaml", import.meta.url), "utf8"));
  expect(check(plan).failures).toEqual([]);
});
