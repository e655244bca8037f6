import { readFileSync } from "node:fs";

import { personalTargets, type History } from "reverse-funnel";
import { parsePlanYaml, readYaml } from "reverse-funnel/yaml";

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");
const plan = parsePlanYaml(read("plan.yaml"));
const history = readYaml(read("history.yaml")).data as History;

const { people, sums } = personalTargets(plan, history);
for (const { text } of people) console.log(text);
console.log("");
for (const { text } of sums) console.log(text);
