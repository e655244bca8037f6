import { planSchema, snapshotSchema, solve, type Plan } from "reverse-funnel";
import * as z from "zod";

const request = z.object({ plan: planSchema, seen: z.optional(snapshotSchema) });

export function answer(data: unknown): string | undefined {
  const { plan, seen } = request.parse(data);
  plan satisfies Plan;
  seen?.asOf satisfies string | undefined;
  // @ts-expect-error: a plan has a goal, so that it is no text
  plan satisfies string;
  return solve(plan).targets?.exactWins;
}

type Written = z.input<typeof request>;
export const written: Written = {
  plan: {
    goal: { metric: "customers", amount: 10, period: "2026-01" },
    funnel: [{ stage: "demo", rate: "25%" }],
  },
};
