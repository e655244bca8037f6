import { readFileSync } from "node:fs";

import { solve } from "reverse-funnel";
import { targetRows, toCsv } from "reverse-funnel/rows";
import { parsePlanYaml } from "reverse-funnel/yaml";
import { parse } from "yaml";

import { hubSpotGoals, pipedriveGoals, salesforceQuotas, type Owners } from "./goals.js";

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");
const owners = parse(read("owners.yaml")) as {
  salesforce: Owners<string>;
  hubspot: Owners<string>;
  pipedrive: Owners<number>;
};

const answer = solve(parsePlanYaml(read("plan.yaml")));
const rows = targetRows(answer, { by: "month", per: "person" });

console.log("Salesforce, to load with its data loader:");
const quotas = salesforceQuotas(rows, owners.salesforce, {
  value: 5000,
  forecastingTypeId: "0Db000000000001",
  currency: "EUR",
});
const columns = Object.keys(quotas[0] ?? {});
console.log([columns, ...quotas.map(Object.values)].map((cells) => cells.join(",")).join("\n"));

console.log("\nHubSpot, the first of", rows.filter(({ person }) => person !== null).length);
const family = { name: "Meetings", family: "3f0c9c1e-8a53-4d0e-9a55-0c1a2b3d4e5f" };
console.log(JSON.stringify(hubSpotGoals(rows, owners.hubspot, family)[0], null, 2));

console.log("\nPipedrive, the first of them");
console.log(JSON.stringify(pipedriveGoals(rows, owners.pipedrive, { activityTypes: [2] })[0], null, 2));

console.log("\nAny other, as rows:");
console.log(toCsv(rows, { columns: ["from", "to", "team", "person", "stage", "target"] }));
