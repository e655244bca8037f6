import type { Format } from "../../format/format.js";
import type { AgainstAgreed } from "../../track/against-agreed.js";
import { sayAgreed } from "../../words/agreed.js";
import { nameTarget } from "../../words/checks.js";
import { left, right, sentence, table, type Row, type Section } from "../report.js";

/** How it stands by what was agreed, and which targets have changed since. */
export function agreedSection(against: AgainstAgreed, format: Format): Section {
  const rows = against.differences.map((difference): Row => {
    const shown = (value: string | number | null): string =>
      value === null
        ? "not there"
        : difference.figure === "startBy"
          ? format.date(String(value))
          : format.written(value);
    return [nameTarget(difference), shown(difference.was), shown(difference.is)];
  });
  return {
    title: "What was agreed",
    blocks: [
      sentence(sayAgreed(against, format)),
      ...(rows.length === 0 ? [] : [table([left("Target"), right("Agreed"), right("Now")], rows)]),
    ],
  };
}
