import { planSchema } from "reverse-funnel";
import { z } from "zod";

/** A form of your own, with a plan in it. */
export const form = z.object({
  email: z.email(),
  plan: planSchema,
});

/** Reads texts as a form has them: `"goal.amount"` or `"funnel.0.rate"` for what lies within the plan. */
export function readForm(fields: Readonly<Record<string, string>>) {
  const result = form.safeParse({
    email: fields["email"],
    plan: {
      goal: { metric: fields["metric"], amount: fields["amount"], period: fields["period"] },
      funnel: [{ stage: "call", rate: fields["rate"] }],
    },
  });
  if (result.success) return { ...result.data, faults: new Map<string, string>() };
  return { faults: new Map(result.error.issues.map(({ path, message }) => [path.join("."), message])) };
}
