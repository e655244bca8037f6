import type { Plan, Solution } from "reverse-funnel";
import type { Reply } from "./reply.js";

/** Asks for the answer to a plan; an older question that was not begun yet is dropped. */
export type Ask = (plan: Plan, then: (answer: Solution) => void) => void;

interface Waiting {
  readonly plan: Plan;
  readonly then: (answer: Solution) => void;
}

/** Puts one question at a time to a worker, always the newest; a worker that failed is replaced for the next one. */
export function startSolver(start: () => Worker, failed: (problem: string) => void): Ask {
  let asked: Waiting | null = null;
  let next: Waiting | null = null;
  let worker: Worker | null = null;
  return (plan, then) => {
    if (asked === null) put({ plan, then });
    else next = { plan, then };
  };

  function put(waiting: Waiting): void {
    asked = waiting;
    worker ??= listened();
    worker.postMessage(waiting.plan);
  }

  function listened(): Worker {
    const started = start();
    started.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
      settle(data);
    });
    started.addEventListener("error", ({ message }) => {
      started.terminate();
      worker = null;
      settle({ problem: message });
    });
    return started;
  }

  function settle({ answer, problem }: Reply): void {
    const then = asked?.then;
    const waiting = next;
    asked = next = null;
    if (answer !== undefined) then?.(answer);
    if (problem !== undefined) failed(problem);
    if (waiting !== null) put(waiting);
  }
}
