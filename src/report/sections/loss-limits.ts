import type { Format } from "../../format/format.js";
import type { Targets } from "../../solve/answer.js";
import type { Section } from "../report.js";

/** What must not be exceeded, and who answers for it. */
export function lossLimitSection({ lossLimits }: Targets, format: Format): Section {
  const items = lossLimits.map(({ owner, item, atMost }) => {
    const who = owner === null ? "Keep" : `${owner} keeps`;
    return `${who} ${item} to ${format.written(atMost)} at most.`;
  });
  return { title: "Loss limits", blocks: items.length === 0 ? [] : [{ kind: "list", items }] };
}
