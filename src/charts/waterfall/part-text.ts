import type { GapPart } from "../../track/gap.js";

const LEVERS: Readonly<Record<GapPart["lever"], string>> = {
  effort: "work started at",
  conversion: "share that went on from",
  timing: "when it went on from",
  arrival: "what arrived at",
  value: "value of a win",
  churn: "churn",
  "new customers": "new customers lost",
  "not explained": "not explained",
};

/** What a part of the gap is due to: "work started at prospect", "value of a win". */
export function partText({ lever, stage }: GapPart): string {
  return stage === null ? LEVERS[lever] : `${LEVERS[lever]} ${stage}`;
}
