import { must } from "../number/invariant.js";
import { valueAt } from "../plan/change.js";
import type { Path } from "../schema/issue.js";
import type { MonthTargets } from "../solve/answer.js";
import { goalPath, targetsOf, type Explained, type Explainer, type Subject } from "./explainer.js";
import type { ExplanationInput } from "./explanation.js";
import { input } from "./input.js";

/** A month's own number, and where it stands below the month; nowhere where an answer does not list it. */
interface OwnNumber {
  readonly value: string | number;
  readonly at: Path | null;
}

/** Which number of a month a number of the whole is made of; undefined where the month has none. */
export type OwnOf = (subject: Subject, month: number, path: Path) => OwnNumber | undefined;

/** Explains a number as the sum of those of the months, where the goal holds for each; else as `otherwise` does. */
export function sumOfMonths(own: OwnOf, otherwise: Explainer): Explainer {
  return overMonths(own, otherwise, (value, terms) => ({ code: "sum-of-months", figures: { value, terms } }));
}

/** The same for a number that is the greatest of those of the months. */
export function mostOfMonths(own: OwnOf, otherwise: Explainer): Explainer {
  return overMonths(own, otherwise, (value, terms) => ({
    code: "most-of-months",
    figures: { value, terms },
  }));
}

/** One month's part of a number. */
interface Term {
  readonly month: string;
  readonly value: string;
}

function overMonths(
  own: OwnOf,
  otherwise: Explainer,
  says: (value: string, terms: readonly Term[]) => Explained["says"],
): Explainer {
  return (subject, path) => {
    const { months } = targetsOf(subject);
    if (months === undefined) return otherwise(subject, path);
    const found = months.flatMap(({ month }, index) => {
      const number = own(subject, index, path);
      return number === undefined ? [] : [{ ...number, month, index }];
    });
    const terms = found.map(({ month, value }) => ({ month, value: String(value) }));
    const inputs = found.flatMap(({ month, value, at, index }): ExplanationInput[] =>
      at === null ? [] : [input(month, value, ["targets", "months", index, ...at])],
    );
    const value = String(valueAt(subject.answer, path));
    return { says: says(value, terms), inputs, supports: goalPath(subject) };
  };
}

/** The targets of a month. */
export function monthOf(subject: Subject, month: number): MonthTargets {
  return must(targetsOf(subject).months?.[month], "the targets of a month");
}
