import { parsePlan, type Plan, type Solution } from "reverse-funnel";
import { expect, test } from "vitest";

import { startAsking } from "../../docs/calculator/answer/asking.js";
import type { Reply } from "../../docs/calculator/answer/reply.js";

/** A worker that answers when it is told to. */
class SlowWorker extends EventTarget {
  readonly asked: Plan[] = [];
  ended = false;

  postMessage(plan: Plan): void {
    this.asked.push(plan);
  }

  terminate(): void {
    this.ended = true;
  }

  reply(data: Reply<Solution>): void {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }

  fail(message: string): void {
    this.dispatchEvent(Object.assign(new Event("error"), { message }));
  }
}

function planFor(amount: number): Plan {
  return parsePlan({
    goal: { metric: "customers", amount, period: "2026-01" },
    funnel: [{ stage: "demo", rate: "50%" }],
  });
}

function watched() {
  const workers: SlowWorker[] = [];
  const problems: string[] = [];
  const answers: Solution[] = [];
  const ask = startAsking<Plan, Solution>(() => {
    workers.push(new SlowWorker());
    return workers.at(-1) as unknown as Worker;
  });
  const take = (reply: Reply<Solution>) => {
    if (reply.problem === undefined) answers.push(reply.answer);
    else problems.push(reply.problem);
  };
  const askFor = (plan: Plan) => {
    ask(plan, take);
  };
  return { workers, problems, answers, ask: askFor };
}

const answer = { status: "feasible" } as Solution;

test("puts one question at a time, and of those that wait only the newest", () => {
  const { workers, answers, ask } = watched();
  const [first, second, third] = [planFor(1), planFor(2), planFor(3)];
  [first, second, third].forEach(ask);
  expect(workers[0]?.asked).toEqual([first]);
  workers[0]?.reply({ answer });
  expect(workers[0]?.asked).toEqual([first, third]);
  expect(answers).toEqual([answer]);
});

test("asks a new worker what waits when one has failed: the page used to keep its old numbers for good", () => {
  const { workers, problems, answers, ask } = watched();
  const [first, second] = [planFor(1), planFor(2)];
  [first, second].forEach(ask);
  workers[0]?.fail("it could not be loaded");
  expect(problems).toEqual(["it could not be loaded"]);
  expect(workers.map(({ ended, asked }) => [ended, asked])).toEqual([
    [true, [first]],
    [false, [second]],
  ]);
  workers[1]?.reply({ answer });
  expect(answers).toEqual([answer]);
});

test("starts no worker over and over when none can be had", () => {
  const { workers, problems, ask } = watched();
  ask(planFor(1));
  workers[0]?.fail("there is none");
  expect([workers.length, problems.length]).toEqual([1, 1]);
  ask(planFor(2));
  expect(workers.length).toBe(2);
});
