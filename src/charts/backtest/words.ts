import type { Format } from "../../format/format.js";
import type { Unsaid } from "../picture-number.js";
import type { BacktestPicture } from "./picture.js";

/** The forecasts of the past in sentences: how many ranges held, and each period with its range and what came. */
export function backtestWords({ per, level, held, bars }: Unsaid<BacktestPicture>, format: Format): string {
  const each = bars.map(({ from, low, high, won, held: isHeld }) => {
    const when = per === "month" ? format.month(from.slice(0, 7)) : `week of ${format.date(from)}`;
    const missed = isHeld ? "" : " (missed)";
    return `${when}: ${format.number(low.value)} to ${format.number(high.value)} wins forecast, ${format.number(won.value)} came${missed}`;
  });
  return `Of ${format.plural(bars.length, per)}, ${format.number(held.value)} ended within the ${format.rate(level.value)} range. ${each.join("; ")}.`;
}
