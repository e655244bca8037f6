import { solve } from "reverse-funnel";
import type { Question, Reply } from "./questions.js";

/**
 * Solves plans away from the page: why a plan with lags and people cannot be reached takes a quarter of a second to find
 * out, and nobody should wait for that between two letters.
 */
self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  self.postMessage(replyTo(data));
});

function replyTo({ number, plan }: Question): Reply {
  try {
    return { number, answer: solve(plan) };
  } catch (error) {
    return { number, problem: error instanceof Error ? error.message : String(error) };
  }
}
