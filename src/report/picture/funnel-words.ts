import { showExact, showRate } from "../../model/display.js";
import { parseQuantity } from "../../schema/quantity.js";
import type { PictureNumber, PictureWords } from "./picture-number.js";
import type { FunnelPicture, FunnelStage } from "./funnel-picture.js";

/** The funnel in sentences: the goal, the wins, then stage by stage back to the sources. */
export function funnelWords(picture: Omit<FunnelPicture, "kind" | keyof PictureWords>): string {
  const { goal, wins, last, reasons } = picture;
  const days = goal.workingDays === null ? "" : counted(goal.workingDays, "working day");
  const span = goal.dates === null ? `in ${days}` : `from ${goal.dates.first} to ${goal.dates.last}`;
  const when = goal.dates === null || days === "" ? span : `${span}, ${days}`;
  const needed = wins === null ? "" : `That takes ${counted(wins, "win")}.`;
  const sentences = [`The goal is ${goal.words} ${when}.`, needed, ...stageWords(last), ...reasons];
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

function stageWords(stage: FunnelStage): string[] {
  const { total, perWeek, perDay, rate, blocked } = stage;
  const place = `${stage.stage}${stage.channel === null ? "" : `, channel ${stage.channel}`}`;
  const owner = stage.owner === null ? "" : ` (${stage.owner})`;
  const figures = [
    total === null ? "" : `${shown(total)} in all`,
    perWeek === null ? "" : `${shown(perWeek)} a week`,
    perDay === null ? "" : `${shown(perDay)} a day`,
    `${showRate(parseQuantity(rate.value))} go on`,
    ...blocked,
  ];
  const sentence = `${place}${owner}: ${figures.filter((figure) => figure !== "").join(", ")}.`;
  return [sentence, ...stage.from.flatMap(stageWords)];
}

function counted(figure: PictureNumber, one: string): string {
  return `${shown(figure)} ${figure.value === "1" ? one : `${one}s`}`;
}

function shown({ value }: PictureNumber): string {
  return showExact(value);
}
