import { readFileSync } from "node:fs";

import { parseSnapshot, replan, toNumber, track, type Entry, type Snapshot } from "reverse-funnel";
import { parsePlanYaml, readYaml } from "reverse-funnel/yaml";

const read = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8");
const plan = parsePlanYaml(read("plan.yaml"));
const all = parseSnapshot(readYaml(read("activity.yaml")).data, plan);

/** What was known by the end of a day. */
function knownBy(asOf: string): Snapshot {
  const entered = Object.entries(all.entered ?? {}).map(([stage, rows]) => [
    stage,
    (rows as readonly Entry[]).filter(({ on }) => on <= asOf),
  ]);
  const won = Array.isArray(all.won) ? all.won.filter(({ on }: { readonly on: string }) => on <= asOf) : [];
  return { asOf, entered: Object.fromEntries(entered) as NonNullable<Snapshot["entered"]>, won };
}

const percent = (exact: string | null) => (exact === null ? "-" : `${Math.round(100 * toNumber(exact))}%`);
const sundays = ["01-11", "01-18", "01-25", "02-01", "02-08", "02-15", "02-22", "03-01"];

console.log("by          prospects  wins  arrival");
for (const sunday of sundays) {
  const asOf = `2026-${sunday}`;
  const { stages, outcome } = track(plan, knownBy(asOf), { pace: { recent: 10 } });
  const cells = [percent(stages["prospect"]?.pace ?? null).padStart(9), outcome.wins.padStart(5)];
  console.log(`${asOf}  ${cells.join(" ")}  ${percent(outcome.attainment).padStart(7)}`);
}

// The slow weeks are seen on 1 February: what must each day bring from then on?
const { verdict } = track(plan, knownBy("2026-02-01"));
console.log(verdict.text);
const { solution } = replan(plan, {
  ...knownBy("2026-02-01"),
  pipeline: { prospect: 15, appointment: 60, proposal: 10 },
});
console.log(
  `From 2 February on: ${solution.targets?.stages["prospect"]?.perDay ?? 0} prospects a working day`,
);
