import { readFileSync } from "node:fs";

import { applyChange, check } from "reverse-funnel";
import { checkReport, toGithub, toText } from "reverse-funnel/report";
import { parsePlanYaml, readYaml } from "reverse-funnel/yaml";

const read = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8");
const plan = parsePlanYaml(read("plan.yaml"));
const against: unknown = JSON.parse(read("targets.json"));
const snapshot = readYaml(read("activity.yaml")).data;

// As it is committed: green.
console.log(toText(checkReport(check(plan, { against, snapshot, today: "2026-02-16" }))));

// Someone lowers a rate and forgets the targets, and the activity is three weeks old: red, with what to do.
const lower = applyChange(plan, { path: ["funnel", 1, "rate"], to: "25%" });
console.log(toGithub(check(lower, { against, snapshot, today: "2026-03-09" }), { file: "plan.yaml" }));
