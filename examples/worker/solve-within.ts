import { Worker } from "node:worker_threads";

import type { Issue, Solution } from "reverse-funnel";

/** What a worker may cost before it is stopped. */
export interface Limits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** An answer, what is wrong with the plan, or which limit was reached. */
export type Outcome =
  | { readonly status: "solved"; readonly answer: Solution }
  | { readonly status: "invalid"; readonly issues: readonly Issue[] }
  | { readonly status: "stopped"; readonly limit: keyof Limits };

/** Solves a plan of a stranger in a thread of its own, which is stopped when it takes too long or too much memory. */
export function solveWithin(plan: unknown, limits: Limits): Promise<Outcome> {
  const worker = new Worker(new URL("worker.mjs", import.meta.url), {
    workerData: plan,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  return new Promise<Outcome>((resolve, reject) => {
    const clock = setTimeout(() => {
      resolve({ status: "stopped", limit: "milliseconds" });
    }, limits.milliseconds);
    worker.once("message", resolve);
    worker.once("error", (error: Error & { code?: string }) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve({ status: "stopped", limit: "megabytes" });
      else reject(error);
    });
    worker.once("exit", () => {
      clearTimeout(clock);
    });
  }).finally(() => worker.terminate());
}
