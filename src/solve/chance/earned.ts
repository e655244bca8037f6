import { calendarMonths } from "../../calendar/calendar-months.js";
import type { Chance } from "../../chance/chance.js";
import { chanceMeter } from "../../chance/chance-meter.js";
import type { OpenUnits } from "../../chance/chance-model.js";
import { onLattice } from "../../chance/lattice.js";
import { winsNeeded } from "../../chance/wins-needed.js";
import { monthsPaid } from "../../model/earned-months.js";
import type { CompiledPlan } from "../../model/compile.js";
import { ceiling } from "../../number/ceiling.js";
import { at } from "../../number/invariant.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { divide, equal, isPositive, multiply, ONE } from "../../number/ratio.js";
import type { Volumes } from "../../schedule/volumes.js";
import { readAmountInputs } from "./amount-inputs.js";
import { spreadOf } from "./plan-chance.js";
import { unitsBySpan, type SpanUnits } from "./units-by-span.js";

/** About so many steps of arithmetic, and where rates are uncertain so many for each of their places. */
const MOST_STEPS = { known: 10_000_000, uncertain: 60_000 };
/** Where what is paid is no whole number of months, the amount is counted in so many cells. */
const CELLS = 1000;
/** What that does to a chance at most, as measured of values on such a lattice. */
const CELL_ERROR = 1e-3;
const TOLERANCE = 1e-4;

/**
 * How sure is it that what wins pay within the period reaches the amount, if this work is done?
 *
 * A win pays by the month in which it comes: each unit is won in one of the months, or not, and counts for what is left of
 * the period then.
 *
 * @returns undefined where wins pay by the day, differ in value, may leave again, or would take too long
 */
export function chanceOfEarned(compiled: CompiledPlan, volumes: Volumes): Chance | undefined {
  const { earning, period, deal, bridge } = compiled;
  if (earning?.by !== "month" || period.kind === "undated" || compiled.time === undefined) return undefined;
  const { amount, differs, extras, losses } = readAmountInputs(compiled, volumes);
  const { monthly } = deal;
  const isPlain = differs === null && extras.length === 0 && losses === null && equal(bridge.keep, ONE);
  if (!isPlain || monthly === undefined || !isPositive(monthly)) return undefined;
  const months = calendarMonths(period.first, period.last);
  const paid = months.map(({ first }) => monthsPaid(earning, first, period.last));
  const { inputs, units, known } = unitsBySpan(
    compiled,
    volumes,
    months.map((month) => ({ ...month, keep: ONE })),
  );
  const wanted = divide(amount, monthly);
  if (!isPositive(wanted)) return { chance: 1, error: 0 };
  const isExact = units.every(({ worth }) => paid.every((each) => Number(multiply(worth, each).den) === 1));
  const cells = isExact ? Number(ceiling(wanted)) : CELLS;
  const grid = isExact ? { cells: 1, amount: 1 } : { cells, amount: nearestNumber(wanted) };
  const paying = (each: SpanUnits): OpenUnits => {
    const values = paid.map((count, month) => ({
      value: nearestNumber(multiply(each.worth, count)),
      weight: at(each.landing, month),
    }));
    return {
      ...{ count: each.count, converted: each.converted, lost: each.lost },
      landing: each.landing.reduce((all, lands) => all + lands, 0),
      worth: onLattice(
        values.filter(({ weight }) => weight > 0),
        grid,
        "split",
      ),
    };
  };
  const model = {
    stages: inputs.stages.map(({ next }, place) => ({
      next,
      rate: at(known.rates, place),
      open: units
        .filter(({ stage, landing }) => stage === place && landing.some((lands) => lands > 0))
        .map(paying),
      landing: [],
    })),
    shared: known.shared,
    spread: spreadOf(compiled),
    notEnough: winsNeeded(cells),
  };
  const isKnown = model.spread === 0 && known.rates.every((rate) => "known" in rate);
  const steps = units.reduce((all, { count }) => all + count * cells * paid.length, 0);
  if (steps > (isKnown ? MOST_STEPS.known : MOST_STEPS.uncertain)) return undefined;
  const { chance, error } = chanceMeter(model, TOLERANCE).sure([]);
  return { chance, error: error + (isExact ? 0 : CELL_ERROR) };
}
