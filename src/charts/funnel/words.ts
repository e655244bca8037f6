import type { Format } from "../../format/format.js";
import { toNumber } from "../../number/exact-string.js";
import { chanceWords } from "../../words/chance.js";
import { sayReason } from "../../words/reasons.js";
import type { PictureGoal } from "../goal.js";
import type { PictureNumber, Unsaid } from "../picture-number.js";
import type { FunnelChance, FunnelPicture, FunnelStage } from "./picture.js";

/** The funnel in sentences: the goal, the wins, then stage by stage back to the sources. */
export function funnelWords(picture: Unsaid<FunnelPicture>, format: Format): string {
  const { goal, wins, chance, last, reasons } = picture;
  const needed = wins === null ? "" : `That takes ${format.plural(wins.value, "win")}.`;
  const sure =
    chance === null ? "" : `${capital(chanceText(chance, format))}, if the work is done as planned.`;
  const why = reasons.map((reason) => sayReason(reason, format));
  const sentences = [
    `The goal is ${goalText(picture, format)} ${whenText(goal, format)}.`,
    needed,
    sure,
    ...stageWords(last, format),
    ...why,
  ];
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

function chanceText(chance: FunnelChance, format: Format): string {
  const { reached, asked } = chance;
  const sure = `${sureText(reached, format)} ${sureNoun(chance, format)}`;
  return asked === null || isAsAsked(chance, format)
    ? sure
    : `${sure} (${sureText(asked, format)} asked for)`;
}

/** A chance as it is read. */
export function sureText({ value }: PictureNumber, format: Format): string {
  return chanceWords(toNumber(value), format);
}

/** What stands behind the chance: whether it is the one that was asked for. */
export function sureNoun(chance: FunnelChance, format: Format): string {
  return isAsAsked(chance, format) ? "sure, as asked" : "sure";
}

/** Whether a chance reads like the one that was asked for: whole units reach a little more. */
export function isAsAsked({ reached, asked }: FunnelChance, format: Format): boolean {
  return asked !== null && sureText(reached, format) === sureText(asked, format);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What an amount of the goal is an amount of: "USD of net new MRR", "customers". */
export function goalNoun({ metric, amount }: PictureGoal, unit: string | null): string {
  if (amount.value === "1" && unit === "customers")
    return metric === "customers" ? "customer" : "net new customer";
  if (unit === null) return metric;
  if (metric === unit || metric === "units") return unit;
  return metric === "net new customers" ? metric : `${unit} of ${metric}`;
}

/** Whether the goal of a picture counts in money. */
export function countsMoney({ goal, currency }: Pick<FunnelPicture, "goal" | "currency">): boolean {
  return currency !== null && goal.unit === currency;
}

function goalText(picture: Pick<FunnelPicture, "goal" | "currency">, format: Format): string {
  const { amount, metric, unit } = picture.goal;
  if (countsMoney(picture)) return `${format.writtenMoney(amount.value)} of ${metric}`;
  const noun = goalNoun(picture.goal, unit);
  return `${format.written(amount.value)} ${unit === null ? `of ${noun}` : noun}`;
}

function whenText({ dates, workingDays }: PictureGoal, format: Format): string {
  const days = workingDays === null ? "" : format.plural(workingDays.value, "working day");
  if (dates === null) return `in ${days}`;
  const span = `from ${format.dateRange(dates.first, dates.last)}`;
  return days === "" ? span : `${span}, ${days}`;
}

function stageWords(stage: FunnelStage, format: Format): string[] {
  const { total, perWeek, perDay, rate, blocked } = stage;
  const place = `${stage.stage}${stage.channel === null ? "" : `, channel ${stage.channel}`}`;
  const owner = stage.owner === null ? "" : ` (${stage.owner})`;
  const each = (figure: PictureNumber | null, words: string) =>
    figure === null ? "" : `${format.number(figure.value)} ${words}`;
  const figures = [
    each(total, "in all"),
    each(perWeek, "a week"),
    each(perDay, "a day"),
    `${format.writtenRate(rate.value)} go on`,
    ...blocked,
  ];
  const sentence = `${place}${owner}: ${figures.filter((figure) => figure !== "").join(", ")}.`;
  return [sentence, ...stage.from.flatMap((from) => stageWords(from, format))];
}
