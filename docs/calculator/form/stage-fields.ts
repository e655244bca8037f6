import type { Path } from "reverse-funnel";
import { membersOf, valueIn, type PlanDocument } from "../state/plan-document.js";
import type { FieldSpec } from "./field.js";

/** The fields of a stage that are always in sight. */
export function stageFields(stage: Path, name = "this stage"): readonly FieldSpec[] {
  return [
    { path: [...stage, "stage"], label: "Stage", kind: "text", placeholder: "demo request" },
    {
      path: [...stage, "rate"],
      label: "How many go on",
      kind: "rate",
      placeholder: "25% or 1 in 4",
      slider: `Move the share of ${name}`,
    },
    {
      path: [...stage, "owner"],
      label: "Who does it",
      kind: "text",
      list: "owners",
      placeholder: "marketing",
    },
  ];
}

/** The fields of a stage that not every plan needs. */
export function moreStageFields(stage: Path): readonly FieldSpec[] {
  return [
    {
      path: [...stage, "lag"],
      label: "How long going on takes",
      kind: "lag",
      placeholder: "7",
      hint: "Days, or 2 weeks, 5 working days, median 14, p90 40.",
    },
    { path: [...stage, "available"], label: "How many there are at most", kind: "amount" },
    { path: [...stage, "minutes"], label: "Minutes for each", kind: "amount" },
    { path: [...stage, "cost"], label: "Cost of each", kind: "amount" },
    { path: [...stage, "why"], label: "Why it is there", kind: "text", placeholder: "in your own words" },
  ];
}

/** The fields of one activity of a stage or of a win. */
export function activityFields(activity: Path): readonly FieldSpec[] {
  return [
    { path: [...activity, "name"], label: "Activity", kind: "text", placeholder: "call" },
    { path: [...activity, "perUnit"], label: "How often for each", kind: "amount", placeholder: "1" },
    { path: [...activity, "minutes"], label: "Minutes each time", kind: "amount" },
    { path: [...activity, "cost"], label: "Cost each time", kind: "amount" },
    { path: [...activity, "owner"], label: "Done by", kind: "text", list: "owners" },
    { path: [...activity, "why"], label: "Why it is done", kind: "text", placeholder: "in your own words" },
  ];
}

/** How a channel says what it brings: a share of what is needed, so many units, or the rest. */
export const WEIGHTS = ["share", "units", "rest"] as const;

/** One of these ways. */
export type Weight = (typeof WEIGHTS)[number];

/** The way a channel is written in; what has none yet is shown as a share. */
export function weightOf(document: PlanDocument, channel: Path): Weight {
  const members = membersOf(valueIn(document, channel));
  return WEIGHTS.find((weight) => members[weight] !== undefined) ?? "share";
}

/** The fields of a channel: its name, and what it brings. */
export function channelFields(document: PlanDocument, channel: Path): readonly FieldSpec[] {
  const name: FieldSpec = {
    path: [...channel, "channel"],
    label: "Channel",
    kind: "text",
    placeholder: "inbound",
  };
  const weight = weightOf(document, channel);
  if (weight === "units")
    return [name, { path: [...channel, "units"], label: "How many it brings", kind: "amount" }];
  if (weight === "rest") return [name, { path: [...channel, "rest"], label: "The rest", kind: "text" }];
  return [name, { path: [...channel, "share"], label: "Share of them", kind: "rate", placeholder: "60%" }];
}

/** The fields of one team; its people are alike, or named in a file. */
export function teamFields(team: Path): readonly FieldSpec[] {
  return [
    { path: [...team, "headcount"], label: "People", kind: "whole" },
    { path: [...team, "minutesPerDay"], label: "Minutes a day, each", kind: "amount", placeholder: "360" },
    {
      path: [...team, "overheadMinutesPerDay"],
      label: "of these taken by other work",
      kind: "amount",
      placeholder: "0",
    },
    { path: [...team, "costPerHour"], label: "Cost of an hour", kind: "amount" },
  ];
}
