// Prints what the package says, alone and inside of schemas of this project's zod. Node's door has a zod of its own
// inside; the other one, which bundlers take, imports this project's.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import * as classic from "zod";
import * as mini from "zod/mini";

const doors = {
  node: await import("reverse-funnel"),
  bundler: await import("./node_modules/reverse-funnel/dist/index.js"),
  require: createRequire(import.meta.url)("reverse-funnel"),
};
const plan = {
  goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-01" },
  deal: { value: 1_000, activities: [{ name: "kick-off", minutes: 30 }] },
  churn: { customers: 5 },
  teams: { sales: { people: [{ name: "Ana", starts: "2026-01-05", fte: "80%" }] } },
  funnel: [
    {
      stage: "demo request",
      rate: "50%",
      owner: "sales",
      lag: "2 days",
      sources: [{ channel: "ads", rest: true, funnel: [{ stage: "click", rate: { won: 1, of: 20 } }] }],
    },
  ],
  pipeline: { "demo request": [{ entered: "2025-12-20", value: 900 }] },
};
const wrong = {
  ...plan,
  goal: { metric: "net-new-mrrr", period: "2026-13" },
  funnel: [
    { stage: "demo", rate: 25, sources: [{ channel: "ads", funnel: [{ stag: "click", rate: 1 }] }] },
    7,
  ],
  teams: { sales: { people: [{ name: 5 }] }, 7: 3 },
  pipeline: { demo: new Array(100_000).fill({ entered: 5 }) },
  habits: 3,
};

const said = {};
for (const [
  door,
  { parsePlan, planSchema, safeParsePlan, snapshotSchema, solve, toDecimal },
] of Object.entries(doors)) {
  const issues = safeParsePlan(wrong).error.issues.map(({ code, path, message }) => [code, path, message]);
  const composed = [classic, mini].map((z) => {
    const schema = z.object({ plan: planSchema, seen: z.optional(snapshotSchema) });
    const { error } = schema.safeParse({ plan: wrong, seen: { asOf: "2026-01-14", wonn: 3 } });
    const inside = error.issues.map(({ params, path, message }) => [params.code, path.slice(1), message]);
    const same = JSON.stringify(inside.slice(0, -1)) === JSON.stringify(issues);
    const read = schema.parse({ plan, seen: { asOf: "2026-01-14", won: 3 } });
    return { same, last: inside.at(-1), read: JSON.stringify(read.plan) === JSON.stringify(parsePlan(plan)) };
  });
  const { targets } = solve(plan);
  const decimal = toDecimal("200/3").toString();
  said[door] = JSON.stringify({
    issues: issues.length,
    first: issues.slice(0, 12),
    composed,
    wins: targets?.wins,
    decimal,
  });
}

for (const [door, text] of Object.entries(said)) assert.equal(text, said.node, door);
const { composed, wins, decimal } = JSON.parse(said.node);
assert.deepEqual(
  composed.map(({ same, read }) => same && read),
  [true, true],
);
// Worked by hand: (10,000 + 5 × 1,000) ÷ 1,000.
assert.equal(wins, 15);
assert.equal(decimal, `66.${"6".repeat(37)}7`);
console.log(said.node);
