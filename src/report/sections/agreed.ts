import type { Format } from "../../format/format.js";
import type { AgainstAgreed } from "../../track/against-agreed.js";
import { sayAgreed } from "../../words/agreed.js";
import { nameTarget, targetValues, type TargetDifference } from "../../words/checks.js";
import { left, right, sentence, table, type Section, type Table } from "../report.js";

/** Which targets have changed since they were agreed on, each with what it was. */
export function changedTargets(differences: readonly TargetDifference[], format: Format): Table {
  return table(
    [left("Target"), right("Agreed"), right("Now")],
    differences.map((each) => [nameTarget(each), ...targetValues(each, format)]),
  );
}

/** How it stands by what was agreed, and which targets have changed since. */
export function agreedSection(against: AgainstAgreed, format: Format): Section {
  const { differences } = against;
  return {
    title: "What was agreed",
    blocks: [
      sentence(sayAgreed(against, format)),
      ...(differences.length === 0 ? [] : [changedTargets(differences, format)]),
    ],
  };
}
