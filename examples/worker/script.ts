import { solveWithin, type Outcome } from "./solve-within.js";

const plan = {
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  funnel: [{ stage: "call", rate: "25%" }],
};
const generous = { milliseconds: 60_000, megabytes: 256 };

function say(outcome: Outcome): void {
  if (outcome.status === "solved")
    console.log(`solved: ${outcome.answer.targets?.stages["call"]?.perDay ?? 0} calls a day`);
  else if (outcome.status === "invalid") console.log(`invalid: ${outcome.issues[0]?.message ?? ""}`);
  else console.log(`stopped: more ${outcome.limit} than allowed`);
}

say(await solveWithin(plan, generous));
say(await solveWithin({ ...plan, funnel: [{ stage: "call", rate: 25 }] }, generous));
// No thread is up within a millisecond, so this one is always too late.
say(await solveWithin(plan, { ...generous, milliseconds: 1 }));
