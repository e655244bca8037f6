import { told, type Assumption, type AssumptionData } from "../words/assumptions.js";
import { planFormat } from "../words/plan-format.js";
import type { Outlook } from "./outlook.js";

/** What a forecast rests on that neither the plan nor the snapshot says. */
export function collectForecastAssumptions(outlook: Outlook): readonly Assumption[] {
  const list = [...openAssumptions(outlook), ...paceAssumptions(outlook)];
  return told(list, planFormat(outlook.compiled.plan));
}

function openAssumptions({ compiled, snapshot, from }: Outlook): AssumptionData[] {
  if (snapshot.snapshot.pipeline !== undefined) return [];
  const path = ["pipeline"];
  const list: AssumptionData[] = [];
  const started = compiled.workFrom === undefined || from > compiled.workFrom;
  if (started) {
    list.push({ code: "pipeline-from-plan", kind: "default", path });
  }
  for (const { name } of compiled.flow) {
    if (snapshot.entered.get(name)?.rows !== null) continue;
    list.push({ code: "entries-undated", stage: name, kind: "default", path: ["entered", name] });
  }
  return list;
}

function paceAssumptions({ compiled, snapshot, pace }: Outlook): AssumptionData[] {
  if (pace === "targets" || !("recent" in pace)) return [];
  return compiled.flow.flatMap(({ name, isWork }): AssumptionData[] => {
    if (!isWork || snapshot.entered.has(name)) return [];
    return [{ code: "no-recent-work", stage: name, kind: "default", path: ["entered", name] }];
  });
}
