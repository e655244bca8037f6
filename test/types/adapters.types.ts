import { fromCsv, fromHubSpot, fromRows, journeyImporter } from "reverse-funnel/adapters";
import { snapshot } from "../../src/history/journeys/snapshot.js";
import { learn } from "../../src/history/learning/learn.js";
import { applyLearned } from "../../src/history/learning/apply-learned.js";
import { definePlan } from "../../src/plan/define-plan.js";
import type { Snapshot } from "../../src/plan/snapshot.js";

const plan = definePlan({
  goal: { metric: "customers", amount: 10, period: "2026-Q1" },
  funnel: [
    {
      stage: "meeting",
      rate: "40%",
      sources: [{ channel: "web", rest: true, funnel: [{ stage: "lead", rate: "20%" }] }],
    },
    { stage: "proposal", rate: "50%" },
  ],
});
const { funnel } = plan;

// Stages of the plan, at any depth, can be mapped to.
const { journeys } = fromCsv("", { funnel, entered: { lead: "Lead on", won: "Won on" }, createdIn: "lead" });
fromHubSpot([], { funnel, stages: { "99871": "proposal", closedlost: "lost", parked: null } });
journeys[0]?.steps[0]?.stage satisfies "meeting" | "lead" | "proposal" | undefined;

// @ts-expect-error the plan has no stage "propsal"
fromCsv("", { funnel, entered: { propsal: "Proposal on" } });
// @ts-expect-error the plan has no stage "meetign"
fromHubSpot("", { funnel, stages: { "99871": "meetign" } });
// @ts-expect-error a new deal cannot be in a stage that the plan does not have
fromRows([], { funnel, createdIn: "demo" });
// @ts-expect-error names listed by hand are the only stages too
journeyImporter("pipedrive", { funnel: ["demo", "proposal"], stages: { 1: "dmeo" } });
// @ts-expect-error there is no role "amount"; the column's role is "value"
fromCsv("", { funnel, columns: { amount: "Amount" } });
// @ts-expect-error the funnel is needed: nothing can be mapped into nothing
fromCsv("", { columns: { id: "Deal" } });

// What is learned is known by the names of the stages, and goes back into the same plan.
const learned = learn(journeys, { stages: funnel, asOf: "2026-01-31" });
learned.stages.proposal?.corrected?.rate satisfies string | undefined;
// @ts-expect-error the funnel has no stage "propsal"
learned.stages.propsal;
applyLearned(plan, learned).plan.funnel[0]?.stage satisfies "meeting" | "lead" | "proposal" | undefined;
// @ts-expect-error a group is an owner, a channel or a month
learn(journeys, { stages: funnel, asOf: "2026-01-31", by: "region" });

// A snapshot knows the stages of its plan.
snapshot(journeys, plan, { asOf: "2026-01-31" }).entered?.lead;
// @ts-expect-error through says which day it is, and nothing else does
snapshot(journeys, plan, {});
// @ts-expect-error the plan has no stage "demo"
({ asOf: "2026-01-31", entered: { demo: 3 } }) satisfies Snapshot<"meeting" | "lead" | "proposal">;
