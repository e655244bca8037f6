import { fieldText } from "./field-text.js";
import type { PlanDocument } from "../state/plan-document.js";
import type { Punctuation } from "../reading/amount-text.js";

/** What a stage says beside its name, its rate and its owner, in a few words each. */
export function stageWords(stage: PlanDocument, punctuation: Punctuation): readonly string[] {
  const { lag, available, minutes, cost, activities, sources } = stage;
  const words = (value: unknown, before: string, behind: string): readonly string[] => {
    const text = fieldText("lag", value, punctuation) ?? "as in the text";
    return value === undefined ? [] : [`${before}${text}${behind}`];
  };
  return [
    ...words(lag, "takes ", typeof lag === "number" ? " days" : ""),
    ...words(available, "at most ", ""),
    ...words(minutes, "", " minutes"),
    ...words(cost, "costs ", ""),
    ...counted(activities, "activity", "activities"),
    ...counted(sources, "channel", "channels"),
  ];
}

function counted(list: unknown, one: string, many: string): readonly string[] {
  const count = Array.isArray(list) ? list.length : 0;
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
}
