import type { PipelineUnits } from "./pipeline-units.js";

/** Open units that entered one stage on one day (or on days that nobody knows): they go on alike. */
export interface OpenGroup {
  readonly stage: number;
  readonly entered: number | undefined;
  readonly members: readonly PipelineUnits[];
}

/** Open units by stage and day of entry, in order of appearance: what is worked out for one counts for all of a group. */
export function openGroups(open: readonly PipelineUnits[]): readonly OpenGroup[] {
  const known = new Map<string, PipelineUnits[]>();
  const groups: OpenGroup[] = [];
  for (const units of open) {
    const { stage, entered } = units;
    const key = `${stage} ${entered ?? ""}`;
    const members = known.get(key);
    if (members !== undefined) {
      members.push(units);
      continue;
    }
    const first = [units];
    known.set(key, first);
    groups.push({ stage, entered, members: first });
  }
  return groups;
}
