import { listAt, membersOf, valueIn, type PlanDocument } from "../state/plan-document.js";
import type { Path } from "reverse-funnel";

/** The stages of a plan, those of its channels' own funnels before the stages that they lead to; each once. */
export function stageNames(document: PlanDocument): readonly string[] {
  return [...new Set(stagesIn(document, ["funnel"]))];
}

/** The work of a plan's stages and wins that is counted on its own, each once. */
export function activityNames(document: PlanDocument): readonly string[] {
  const stages = new Set(stageNames(document));
  const names = listAt(document, ["funnel"]).flatMap((_, index) =>
    namesAt(document, ["funnel", index, "activities"], "name"),
  );
  const all = [...names, ...namesAt(document, ["deal", "activities"], "name")];
  return [...new Set(all)].filter((name) => !stages.has(name));
}

function stagesIn(document: PlanDocument, list: Path): readonly string[] {
  return listAt(document, list).flatMap((_, index) => {
    const stage = [...list, index];
    const own = listAt(document, [...stage, "sources"]).flatMap((_each, at) =>
      stagesIn(document, [...stage, "sources", at, "funnel"]),
    );
    return [...own, ...nameAt(valueIn(document, stage), "stage")];
  });
}

function namesAt(document: PlanDocument, list: Path, key: string): readonly string[] {
  return listAt(document, list).flatMap((item) => nameAt(item, key));
}

function nameAt(item: unknown, key: string): readonly string[] {
  const name = membersOf(item)[key];
  return typeof name === "string" && name !== "" ? [name] : [];
}
