import { solve, type Plan, type Solution } from "reverse-funnel";
import type { Reply } from "./reply.js";

/**
 * Solves plans away from the page: why a plan with lags and people cannot be reached takes a quarter of a second to find
 * out, and nobody should wait for that between two letters.
 */
self.addEventListener("message", ({ data }: MessageEvent<Plan>) => {
  self.postMessage(replyTo(data));
});

function replyTo(plan: Plan): Reply<Solution> {
  try {
    return { answer: solve(plan) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
