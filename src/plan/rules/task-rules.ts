import { duplicates, listNames, type PlacedName } from "../../schema/duplicate-names.js";
import { issueAt, type Issue, type Path } from "../../schema/issue.js";
import type { PlanParts } from "../plan.js";
import { unknownNames } from "../../schema/unknown-names.js";

type Task = NonNullable<PlanParts["tasks"]>[number];

/** What needs must say of each other: names once, others that exist, and no circle of waiting. */
export function taskRules(tasks: readonly Task[]): Issue[] {
  const names = new Set(tasks.map(({ name }) => name));
  const after = tasks.flatMap(({ after: other }, index): PlacedName[] =>
    other === undefined ? [] : [[other, afterPath(index)]],
  );
  return [
    ...duplicates(listNames(tasks, ["tasks"])),
    ...unknownNames(after, names, "task.unknown", "another task of this plan"),
    ...circles(tasks),
  ];
}

function afterPath(index: number): Path {
  return ["tasks", index, "after"];
}

/** One issue for each need that waits for itself, over others or directly. */
function circles(tasks: readonly Task[]): Issue[] {
  const before = new Map(tasks.map(({ name, after }) => [name, after]));
  const waiting = waitingForThemselves(before);
  return tasks.flatMap(({ name, after }, index) => {
    if (!waiting.has(name)) return [];
    const advice = `break the circle ${circleFrom(name, before)}`;
    const expected = "work that does not wait for itself";
    return [issueAt(afterPath(index), after, { code: "task.circle", expected, advice })];
  });
}

/** Each need waits for one other at most, so that following every chain until it meets a known need finds all circles. */
function waitingForThemselves(before: ReadonlyMap<string, string | undefined>): Set<string> {
  const waiting = new Set<string>();
  const walked = new Set<string>();
  for (const start of before.keys()) {
    const chain = new Set<string>();
    let name: string | undefined = start;
    for (; name !== undefined && !walked.has(name) && !chain.has(name); name = before.get(name))
      chain.add(name);
    // A chain that comes back to itself is a circle from there on.
    let next = name !== undefined && chain.has(name) ? name : undefined;
    for (; next !== undefined && !waiting.has(next); next = before.get(next)) waiting.add(next);
    for (const each of chain) walked.add(each);
  }
  return waiting;
}

/** So many names of a circle are printed. */
const PRINTED = 6;

function circleFrom(start: string, before: ReadonlyMap<string, string | undefined>): string {
  const names = [start];
  for (let next = before.get(start); next !== undefined && names.length <= PRINTED; next = before.get(next)) {
    names.push(next);
    if (next === start) break;
  }
  const isWhole = names.length > 1 && names.at(-1) === start;
  return [...names.map((name) => name.slice(0, 40)), ...(isWhole ? [] : ["…"])].join(" → ");
}
