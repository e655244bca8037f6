import { funnelPicture } from "../../../src/charts/funnel/data.js";
import { toSvg } from "../../../src/charts/to-svg.js";
import type { PlanInput } from "../../../src/plan/plan.js";
import { solve } from "../../../src/solve/solve.js";

/** What a visitor of the first page can move. */
export interface Moved {
  /** Net new MRR in January. */
  readonly goal: number;
  /** The share of demos that close, in per cent. */
  readonly closed: number;
}

/** Where the page begins: the figures of examples/net-new-mrr. */
export const BEGINNING: Moved = { goal: 10_000, closed: 50 };

const WIDTH = 340;

/** The plan of the first page with what was moved. */
function heroPlan({ goal, closed }: Moved): PlanInput {
  return {
    name: "Net new MRR across three teams",
    currency: "USD",
    goal: { metric: "net-new-mrr", amount: goal, period: "2026-01" },
    deal: { value: 1000, owner: "sales" },
    churn: { customers: 5, owner: "success" },
    funnel: [{ stage: "demo request", rate: `${closed}%`, owner: "marketing" }],
  };
}

/** Its picture, as SVG. */
export function heroPicture(moved: Moved): string {
  return toSvg(funnelPicture(solve(heroPlan(moved))), { width: WIDTH, titled: false, idPrefix: "hero" });
}
