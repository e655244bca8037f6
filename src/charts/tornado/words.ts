import type { Format } from "../../format/format.js";
import { figuresOf } from "../drawing/figures.js";
import type { Unsaid } from "../picture-number.js";
import type { TornadoPicture } from "./picture.js";

/** The tornado in sentences: what the measure is today, and what each lever changes. */
export function tornadoWords({ now, measure, bars }: Unsaid<TornadoPicture>, format: Format): string {
  const figures = figuresOf(format);
  const [show, signed] =
    measure === "outcome" ? [figures.money, figures.signedMoney] : [figures.number, figures.signed];
  const changes = bars.map(({ what, by, change }) => `${what} ${by}: ${signed(change.value)}`).join("; ");
  return `Today it is ${show(now.value)} (${measure}). ${changes}.`;
}
