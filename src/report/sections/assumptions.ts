import type { Format } from "../../format/format.js";
import { sayAssumption, type Assumption } from "../../words/assumptions.js";
import type { Section } from "../report.js";

/** What the answer rests on that the plan does not say. */
export function assumptionSection(assumptions: readonly Assumption[], format: Format): Section {
  const items = assumptions.map((each) => sayAssumption(each, format));
  return { title: "Assumptions", blocks: items.length === 0 ? [] : [{ kind: "list", items }] };
}
