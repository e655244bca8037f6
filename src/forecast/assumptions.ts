import type { Assumption } from "../model/assumption.js";
import type { Outlook } from "./outlook.js";

/** What a forecast rests on that neither the plan nor the snapshot says. */
export function collectForecastAssumptions(outlook: Outlook): readonly Assumption[] {
  return [...openAssumptions(outlook), ...paceAssumptions(outlook)];
}

function openAssumptions({ compiled, snapshot, from }: Outlook): Assumption[] {
  if (snapshot.snapshot.pipeline !== undefined) return [];
  const path = ["pipeline"];
  const list: Assumption[] = [];
  const started = compiled.workFrom === undefined || from > compiled.workFrom;
  if (started) {
    const text =
      "What is under way follows from the plan's open work and from dated entries, because the snapshot does not say what is open.";
    list.push({ kind: "default", path, text });
  }
  for (const { name } of compiled.flow) {
    if (snapshot.entered.get(name)?.rows !== null) continue;
    const text = `Of the entries of "${name}" nothing is under way any more, because they have no dates and the snapshot does not say what is open.`;
    list.push({ kind: "default", path: ["entered", name], text });
  }
  return list;
}

function paceAssumptions({ compiled, snapshot, pace }: Outlook): Assumption[] {
  if (pace === "targets" || !("recent" in pace)) return [];
  return compiled.flow.flatMap(({ name, isWork }): Assumption[] => {
    if (!isWork || snapshot.entered.has(name)) return [];
    const text = `No work goes on at "${name}", because the snapshot gives no entries to take a recent pace from.`;
    return [{ kind: "default", path: ["entered", name], text }];
  });
}
