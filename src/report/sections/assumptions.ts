import type { Assumption } from "../../model/assumption.js";
import type { Section } from "../report.js";

/** What the answer rests on that the plan does not say. */
export function assumptionSection(assumptions: readonly Assumption[]): Section {
  const items = assumptions.map(({ text }) => text);
  return { title: "Taken for granted", blocks: items.length === 0 ? [] : [{ kind: "list", items }] };
}
