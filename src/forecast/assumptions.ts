import type { Assumption } from "../model/assumption.js";
import { isWork } from "../model/flow.js";
import type { Outlook } from "./outlook.js";
import { entriesOf } from "./so-far.js";

/** What a forecast rests on that neither the plan nor the snapshot says. */
export function collectForecastAssumptions(outlook: Outlook): readonly Assumption[] {
  return [...openAssumptions(outlook), ...paceAssumptions(outlook)];
}

function openAssumptions({ prepared, snapshot, from }: Outlook): Assumption[] {
  if (snapshot.pipeline !== undefined) return [];
  const path = ["pipeline"];
  const list: Assumption[] = [];
  const started = prepared.workFrom === undefined || from > prepared.workFrom;
  if (started) {
    const text =
      "What is under way follows from the plan's open work and from dated entries, because the snapshot does not say what is open.";
    list.push({ kind: "default", path, text });
  }
  for (const { name } of prepared.flow) {
    const rows = entriesOf(snapshot, name);
    if (rows === undefined || typeof rows === "object") continue;
    const text = `Of the entries of "${name}" nothing is under way any more, because they have no dates and the snapshot does not say what is open.`;
    list.push({ kind: "default", path: ["entered", name], text });
  }
  return list;
}

function paceAssumptions({ prepared, snapshot, pace }: Outlook): Assumption[] {
  if (pace === "targets" || !("recent" in pace)) return [];
  return prepared.flow.flatMap(({ name }, index): Assumption[] => {
    if (!isWork(prepared.flow, index) || entriesOf(snapshot, name) !== undefined) return [];
    const text = `No work goes on at "${name}", because the snapshot gives no entries to take a recent pace from.`;
    return [{ kind: "default", path: ["entered", name], text }];
  });
}
