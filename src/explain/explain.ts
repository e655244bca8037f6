import { plainFormat, type Format } from "../format/format.js";
import { planFormat } from "../words/plan-format.js";
import type { Path } from "../schema/issue.js";
import type { Solution } from "../solve/answer.js";
import { deepFreeze } from "../solve/freeze.js";
import { compilePlan, type CompiledPlan } from "../model/compile.js";
import { parseMinOnTimeShare } from "../model/options.js";
import type { Forecast } from "../forecast/answer.js";
import { sayExplanation, type ExplanationData } from "../words/explanations/say-explanation.js";
import { isSureAnswer, sureGuide, type SureAnswer } from "./chance-elsewhere.js";
import type { Explained } from "./explainer.js";
import type { Explanation, Why } from "./explanation.js";
import { findNumber } from "./find.js";
import { FORECAST } from "./forecast.js";
import type { AnyGuide } from "./guide.js";
import { SOLUTION } from "./solution.js";

/** How an explanation is written. */
interface ExplainOptions {
  /** Punctuation, dates and rounding; plain English unless given. */
  readonly format?: Format | undefined;
}

/**
 * Why is this number what it is, and what is it for?
 *
 * Explains any number of an answer in a sentence, with the formula and the figures put in, and says step by step what it
 * serves: a day's demo requests serve the demo requests in all, those the wins, those the outcome goal.
 *
 * Of `track`, `scorecard`, `align`, `levers`, `compare` and `solveFor` it explains the chances: how sure, given what. Of `check`
 * it explains what was found, and of `backtest` every number.
 *
 * @param path the steps to the number: keys, and positions in lists from 0. `targets` may be left out in front; a path
 *   below `plan` is a number as it was written
 * @throws RangeError when no number stands there, with the nearest path that there is; TypeError when `answer` is none
 *   of these
 *
 * @example
 * ```ts
 * const solution = solve({
 *   goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-01" },
 *   deal: { value: 1_000 },
 *   churn: { customers: 5 },
 *   funnel: [{ stage: "demo request", rate: "50%" }],
 * });
 * const { text, formula, supports } = explain(solution, ["stages", "demo request", "total"]);
 * text; // => '30 units must enter "demo request", because 15 wins must come out and 50% of these units are won.'
 * formula; // => "15 wins ÷ 50% = 30"
 * supports.at(-1)?.text; // => "The goal is 10,000 of net new MRR from 1 to 31 January 2026."
 * ```
 */
export function explain(
  answer: Solution | Forecast | SureAnswer,
  path: Path,
  { format: given }: ExplainOptions = {},
): Explanation {
  requireAnswer(answer);
  if (isSureAnswer(answer)) return explanationOfChance(answer, path, given ?? plainFormat);
  const format = planFormat(answer.plan, given);
  const compiled = modelFor(answer);
  return "targets" in answer
    ? explanationOf({ answer, compiled }, path, SOLUTION, format)
    : explanationOf({ answer, compiled }, path, FORECAST, format);
}

/** A chance of an answer that holds no plan; what it is for is not in it. */
function explanationOfChance(answer: SureAnswer, path: Path, format: Format): Explanation {
  const found = findNumber(answer, path, sureGuide(answer));
  if ("problem" in found) {
    const what = "failures" in answer || "heldByLuck" in answer ? "number" : "chance";
    throw new RangeError(`explain requires the path of a ${what}; got ${found.problem} (${found.hint})`);
  }
  const { explainer }: { readonly explainer: (answer: never, path: Path) => ExplanationData } = found;
  const says = explainer(answer as never, found.path);
  const { text, formula } = sayExplanation(says, format);
  return deepFreeze({ path: found.path, says, text, formula, inputs: [], supports: [] });
}

/** Who explains the numbers of one kind of answer. */
type GuideFor<Of> = AnyGuide<(subject: Of, path: Path) => Explained>;

function explanationOf<Of extends { readonly answer: object }>(
  subject: Of,
  path: Path,
  guide: GuideFor<Of>,
  format: Format,
): Explanation {
  const found = findNumber(subject.answer, path, guide);
  if ("problem" in found)
    throw new RangeError(`explain requires the path of a number; got ${found.problem} (${found.hint})`);
  const { says, inputs, supports } = found.explainer(subject, found.path);
  const { text, formula } = sayExplanation(says, format);
  const whys = chain(subject, supports, guide).map((why) => ({
    ...why,
    text: sayExplanation(why.says, format).text,
  }));
  return deepFreeze({ path: found.path, says, text, formula, inputs, supports: whys });
}

const models = new WeakMap<object, CompiledPlan>();

/** Whoever explains one number explains others of the same answer. */
function modelFor(answer: Solution | Forecast): CompiledPlan {
  const minOnTimeShare = parseMinOnTimeShare({
    minOnTimeShare: "targets" in answer ? answer.targets?.minOnTimeShare : undefined,
  });
  const model = models.get(answer) ?? compilePlan(answer.plan, minOnTimeShare);
  if (Object.isFrozen(answer)) models.set(answer, model);
  return model;
}

function requireAnswer(answer: unknown): void {
  const parts = typeof answer === "object" && answer !== null ? answer : {};
  if ("plan" in parts && ("targets" in parts || "atEnd" in parts)) return;
  if (isSureAnswer(parts)) return;
  const got = answer === null ? "null" : typeof answer;
  throw new TypeError(`explain requires an answer of solve or forecast, or one with a chance; got ${got}`);
}

/** Follows what each number serves, up to the outcome goal. */
function chain<Of extends { readonly answer: object }>(
  subject: Of,
  from: Path | null,
  guide: GuideFor<Of>,
): Pick<Why, "path" | "says">[] {
  const whys: Pick<Why, "path" | "says">[] = [];
  for (let path = from; path !== null;) {
    const found = findNumber(subject.answer, path, guide);
    if ("problem" in found) throw new TypeError(`chain requires a number; got ${found.problem}`);
    const { explainer }: { readonly explainer: (subject: Of, path: Path) => Explained } = found;
    const { says, supports } = explainer(subject, path);
    whys.push({ path, says });
    path = supports;
  }
  return whys;
}
