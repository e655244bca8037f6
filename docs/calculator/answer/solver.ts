import type { Plan, Solution } from "reverse-funnel";
import type { Question, Reply } from "./questions.js";

/** Asks for the answer to a plan; an older question that was not begun yet is dropped. */
export type Ask = (plan: Plan, then: (answer: Solution) => void) => void;

interface Waiting {
  readonly plan: Plan;
  readonly then: (answer: Solution) => void;
}

/** Puts one question at a time to the worker, always the newest. */
export function startSolver(worker: Worker, failed: (problem: string) => void): Ask {
  let asked: Waiting | null = null;
  let next: Waiting | null = null;
  let number = 0;
  const put = (waiting: Waiting): void => {
    asked = waiting;
    number += 1;
    worker.postMessage({ number, plan: waiting.plan } satisfies Question);
  };
  worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
    const { then } = asked ?? {};
    asked = null;
    if (data.answer !== undefined) then?.(data.answer);
    if (data.problem !== undefined) failed(data.problem);
    if (next === null) return;
    const waiting = next;
    next = null;
    put(waiting);
  });
  worker.addEventListener("error", ({ message }) => {
    failed(message);
  });
  return (plan, then) => {
    if (asked === null) put({ plan, then });
    else next = { plan, then };
  };
}
