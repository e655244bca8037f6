import { makeFormat, type Format, type Plan } from "reverse-funnel";
import { styleOf } from "./locale-style.js";

/** How figures are written where the reader lives, made anew in a worker: functions cannot be sent to one. */
export function workerFormat({ currency }: Plan): Format {
  return makeFormat(styleOf(undefined, currency));
}
