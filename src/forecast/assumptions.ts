import { told, type Assumption, type AssumptionData } from "../words/assumptions.js";
import { planFormat } from "../words/plan-format.js";
import { isWork } from "../model/flow.js";
import type { Outlook } from "./outlook.js";
import { entriesOf } from "./so-far.js";

/** What a forecast rests on that neither the plan nor the snapshot says. */
export function collectForecastAssumptions(outlook: Outlook): readonly Assumption[] {
  const list = [...openAssumptions(outlook), ...paceAssumptions(outlook)];
  return told(list, planFormat(outlook.prepared.plan));
}

function openAssumptions({ prepared, snapshot, from }: Outlook): AssumptionData[] {
  if (snapshot.pipeline !== undefined) return [];
  const path = ["pipeline"];
  const list: AssumptionData[] = [];
  const started = prepared.workFrom === undefined || from > prepared.workFrom;
  if (started) {
    list.push({ code: "pipeline-from-plan", kind: "default", path });
  }
  for (const { name } of prepared.flow) {
    const rows = entriesOf(snapshot, name);
    if (rows === undefined || typeof rows === "object") continue;
    list.push({ code: "entries-undated", stage: name, kind: "default", path: ["entered", name] });
  }
  return list;
}

function paceAssumptions({ prepared, snapshot, pace }: Outlook): AssumptionData[] {
  if (pace === "targets" || !("recent" in pace)) return [];
  return prepared.flow.flatMap(({ name }, index): AssumptionData[] => {
    if (!isWork(prepared.flow, index) || entriesOf(snapshot, name) !== undefined) return [];
    return [{ code: "no-recent-work", stage: name, kind: "default", path: ["entered", name] }];
  });
}
