/** What is written at which place of a valid plan; undefined takes it out. Keys are paths: `"funnel.0.rate"`. */
export type Patch = Readonly<Record<string, unknown>>;

/** A small valid plan with something else written in it. */
export function planWith(patch: Patch): Record<string, unknown> {
  const plan: Record<string, unknown> = {
    goal: { metric: "customers", amount: 10, period: "2026-01" },
    funnel: [
      { stage: "demo", rate: "50%" },
      { stage: "close", rate: "25%" },
    ],
  };
  for (const [path, value] of Object.entries(patch)) write(plan, path.split("."), value);
  return plan;
}

function write(data: Record<string, unknown>, steps: readonly string[], value: unknown): void {
  const [step = "", ...others] = steps;
  if (others.length === 0) {
    data[step] = value;
    return;
  }
  const inner = (data[step] ??= step === "teams" ? { sales: { headcount: 2 } } : {}) as Record<
    string,
    unknown
  >;
  write(inner, others, value);
}
