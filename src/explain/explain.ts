import type { Path } from "../plan/issue.js";
import type { Solution } from "../solve/answer.js";
import { deepFreeze } from "../solve/freeze.js";
import { landsOf, prepare, type Prepared } from "../solve/prepared.js";
import type { Explainer, Subject } from "./explainer.js";
import type { Explanation, Why } from "./explanation.js";
import { findNumber } from "./find.js";
import { EXPLAINERS } from "./table.js";

/**
 * Why is this number what it is, and what is it for?
 *
 * Explains any number of an answer in a sentence, with the formula and the figures put in, and says step by step what it
 * serves: a day's demo requests serve the demo requests in all, those the wins, those the outcome goal.
 *
 * @param path the steps to the number: keys, and positions in lists from 0. `targets` may be left out in front; a path
 *   below `plan` is a number as it was written
 * @throws RangeError when no number stands there, with the nearest path that there is; TypeError when `answer` is no
 *   answer of `solve`
 *
 * @example
 * ```ts
 * const solution = solve({
 *   goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-01" },
 *   deal: { value: 1_000 },
 *   churn: { customers: 5 },
 *   funnel: [{ stage: "demo request", rate: "50%" }],
 * });
 * const { text, formula, because } = explain(solution, ["stages", "demo request", "total"]);
 * text; // => '30 units must enter "demo request", because 15 wins must come out and 50% of these units are won.'
 * formula; // => "15 wins ÷ 50% = 30"
 * because.at(-1)?.text; // => "The goal is 10,000 of net new MRR from 2026-01-01 to 2026-01-31."
 * ```
 */
export function explain(answer: Solution, path: Path): Explanation {
  requireAnswer(answer);
  const found = findNumber(answer, path, EXPLAINERS);
  if ("problem" in found)
    throw new RangeError(`explain requires the path of a number; got ${found.problem} (${found.hint})`);
  const subject: Subject = { answer, model: modelFor(answer) };
  const { text, formula, inputs, because } = found.explainer(subject, found.path);
  return deepFreeze({
    path: found.path,
    text: capital(text),
    formula,
    inputs,
    because: chain(subject, because),
  });
}

const models = new WeakMap<object, Prepared>();

/** Whoever explains one number explains others of the same answer. */
function modelFor(answer: Solution): Prepared {
  const lands = landsOf({ lands: answer.targets?.lands });
  const model = models.get(answer) ?? prepare(answer.plan, lands);
  if (Object.isFrozen(answer)) models.set(answer, model);
  return model;
}

function requireAnswer(answer: unknown): void {
  const plan = typeof answer === "object" && answer !== null && "plan" in answer ? answer.plan : undefined;
  if (typeof plan === "object" && plan !== null && "targets" in (answer as object)) return;
  throw new TypeError(`explain requires an answer of solve; got ${answer === null ? "null" : typeof answer}`);
}

/** Follows what each number serves, up to the outcome goal. */
function chain(subject: Subject, from: Path | null): Why[] {
  const whys: Why[] = [];
  for (let path = from; path !== null;) {
    const found = findNumber(subject.answer, path, EXPLAINERS);
    if ("problem" in found) throw new TypeError(`chain requires a number; got ${found.problem}`);
    const { explainer }: { readonly explainer: Explainer } = found;
    const said = explainer(subject, path);
    whys.push({ path, text: capital(said.text) });
    path = said.because;
  }
  return whys;
}

/** A sentence may begin with a figure that is shown as "about 66.67". */
function capital(text: string): string {
  return text.replace(/^about /, "About ");
}
