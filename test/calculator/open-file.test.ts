import { parsePlan } from "reverse-funnel";
import { expect, test } from "vitest";

import { countAgain, openFiles, type Opened } from "../../docs/calculator/files/open-file.js";
import { startPlan } from "../../docs/calculator/state/start-plan.js";

const TODAY = "2026-01-20";
const PLAN = startPlan("2025-12-10");

async function opened(files: readonly File[]): Promise<readonly Opened[]> {
  const all: Opened[] = [];
  await openFiles(
    files,
    () => ({ document: PLAN, view: "week", today: TODAY }),
    (one) => all.push(one),
  );
  return all;
}

/** A file that says it is 60 MB large. */
function large(name: string): File {
  return Object.defineProperty(new File(["id,stage,on\n"], name), "size", { value: 60_000_000 });
}

test("a table that is too large is refused, and never counted again: it used to be read for the next day that was chosen", async () => {
  const [one] = await opened([large("deals.csv")]);
  expect(one?.kind === "problem" && one.problem).toMatch(/^deals\.csv is larger than 50 MB/);
  expect(await countAgain(parsePlan(PLAN), "2026-01-09", TODAY)).toBeNull();
});

test("a map that is wrong is refused where it is opened, with the export that came along", async () => {
  const map = new File(["crm: abacus\n"], "map.yaml");
  const all = await opened([new File(["id,stage,on\n"], "deals.csv"), map]);
  expect(all.map(({ kind }) => kind)).toEqual(["problem"]);
  expect(all[0]?.kind === "problem" && all[0].problem).toContain("abacus");
  expect(await countAgain(parsePlan(PLAN), "2026-01-09", TODAY)).toBeNull();
});

test("a map that is right is said to be followed", async () => {
  const [one] = await opened([new File(["crm: hubspot\n"], "map.yaml")]);
  expect(one).toEqual({ kind: "said", said: "Exports are read as map.yaml says. Open the export." });
});
