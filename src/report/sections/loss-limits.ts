import type { Targets } from "../../solve/answer.js";
import { exactCell } from "../figures.js";
import type { Section } from "../report.js";

/** What must not be exceeded, and who answers for it. */
export function lossLimitSection({ lossLimits }: Targets): Section {
  const items = lossLimits.map(({ owner, item, atMost }) => {
    const who = owner === null ? "Keep" : `${owner} keeps`;
    return `${who} ${item} to ${exactCell(atMost)} at most.`;
  });
  return { title: "Ceilings", blocks: items.length === 0 ? [] : [{ kind: "list", items }] };
}
