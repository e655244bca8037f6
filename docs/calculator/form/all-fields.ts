import { pathText, type Path } from "reverse-funnel";
import { listAt, membersOf, valueIn, type PlanDocument } from "../state/plan-document.js";
import type { FieldSpec } from "./field.js";
import { fieldGroups } from "./plan-fields.js";
import { activityFields, channelFields, moreStageFields, stageFields, teamFields } from "./stage-fields.js";
import { isWithin } from "./within.js";

/** Every place of the plan that the form has a field for. */
export function placesInForm(document: PlanDocument): readonly Path[] {
  const places = specsInForm(document).map(({ path }) => path);
  return [["goal", "period"], ["goal", "chance"], ["calendar", "workdays"], ...places];
}

/** Every field that is made of its description alone. */
export function specsInForm(document: PlanDocument): readonly FieldSpec[] {
  return [
    ...fieldGroups(document).flatMap(({ fields }) => fields),
    ...activities(document, ["deal", "activities"]),
    ...stages(document, ["funnel"]),
    ...Object.keys(membersOf(valueIn(document, ["teams"]))).flatMap((team) => teamFields(["teams", team])),
  ];
}

/** The parts of the plan that the form has no field for, as people read paths: they are kept as they are. */
export function keptParts(document: PlanDocument): readonly string[] {
  const places = placesInForm(document);
  const kept: string[] = [];
  const walk = (value: unknown, path: Path): void => {
    if (places.some((place) => isWithin(path, place))) return;
    if (!places.some((place) => isWithin(place, path))) {
      kept.push(pathText(path));
      return;
    }
    const members = Array.isArray(value)
      ? [...(value as readonly unknown[]).entries()]
      : Object.entries(membersOf(value));
    for (const [step, member] of members) walk(member, [...path, step]);
  };
  for (const [key, value] of Object.entries(document)) walk(value, [key]);
  return kept;
}

function stages(document: PlanDocument, list: Path): readonly FieldSpec[] {
  return listAt(document, list).flatMap((_, index) => {
    const stage = [...list, index];
    return [
      ...stageFields(stage),
      ...moreStageFields(stage),
      ...activities(document, [...stage, "activities"]),
      ...channels(document, [...stage, "sources"]),
    ];
  });
}

function channels(document: PlanDocument, list: Path): readonly FieldSpec[] {
  return listAt(document, list).flatMap((_, index) => {
    const channel = [...list, index];
    return [...channelFields(document, channel), ...stages(document, [...channel, "funnel"])];
  });
}

function activities(document: PlanDocument, list: Path): readonly FieldSpec[] {
  return listAt(document, list).flatMap((_, index) => activityFields([...list, index]));
}
