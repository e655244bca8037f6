import { readFileSync } from "node:fs";

import { applyChange, parseSnapshot, scorecard } from "reverse-funnel";
import { scorecardReport, toText } from "reverse-funnel/report";
import { parsePlanYaml, readYaml } from "reverse-funnel/yaml";

const read = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8");
const activity = (file: string) => parseSnapshot(readYaml(read(file)).data);
const plan = parsePlanYaml(read("plan.yaml"));

// After four weeks: 25 calls a day were missed twice in a row.
const half = scorecard(plan, activity("after-4-weeks.yaml"));
for (const { text } of half.change) console.log(text);

// The scorecard's own change to the plan: 15 calls a day from the next week on.
const changed = half.change.reduce(
  (before, { change }) => (change === null ? before : applyChange(before, change)),
  plan,
);
console.log();

// After eight weeks, the summary to send round.
const whole = scorecard(changed, activity("after-8-weeks.yaml"));
const { title, sections } = scorecardReport(whole);
console.log(toText({ title, sections: sections.slice(0, 5) }));
