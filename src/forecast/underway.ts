import { multiply, ratio, ZERO, type Ratio } from "../number/ratio.js";
import { movedOn, type Inflow, type Inflows } from "../model/inflow.js";
import { openInflows, type OpenMoving } from "../model/open-inflow.js";
import type { OpenUnits } from "../model/open-work.js";
import { dayOf } from "../plan/dates.js";
import { quantityOf, type Quantity } from "../plan/quantity.js";
import type { Entry, Snapshot } from "../plan/snapshot.js";
import { addWorkingDays } from "../time/calendar.js";
import { NO_LAG, type LagTable } from "../time/lag.js";
import { numberSeries } from "../time/series.js";

/**
 * What comes of the units that are under way on the morning after the snapshot. Open work says it best; where none is
 * given, dated entries go on by their lags, as far as those lead beyond the snapshot's day.
 */
export function underway(
  model: OpenMoving,
  snapshot: Snapshot,
  open: readonly OpenUnits[],
  each: (units: OpenUnits) => Ratio,
  left: readonly boolean[],
): Inflows {
  if (snapshot.open !== undefined) return openInflows(model, open, each, left);
  const wins: Inflow[] = [];
  const started: Inflow[][] = model.flow.map(() => []);
  model.flow.forEach((stage, index) => {
    const rows =
      snapshot.entered !== undefined && Object.hasOwn(snapshot.entered, stage.name)
        ? snapshot.entered[stage.name]
        : undefined;
    if (!Array.isArray(rows) || left[index] === true) return;
    const leaving = (rows as readonly Entry[]).flatMap(({ on, count }) =>
      leavingLater(model, index, dayOf(on), count),
    );
    (stage.next < 0 ? wins : started[stage.next])?.push(...leaving);
  });
  const moved = movedOn(model, started, left);
  return { stages: moved.stages, wins: [...wins, ...moved.wins] };
}

/** Of units that entered on a day before, those that go on from the morning after the snapshot on. */
function leavingLater(model: OpenMoving, index: number, entered: number, count: Quantity): Inflow[] {
  const { time, flow, calendar, workFrom } = model;
  if (time === undefined || workFrom === undefined) return [];
  const lag = calendarLag(
    time.lags[index] ?? NO_LAG,
    (days) => addWorkingDays(calendar, entered, days) - entered,
  );
  const { first, last } = time.mover.axis;
  const values = new Array<number>(last - first + 1).fill(0);
  let whole = 0;
  lag.weights.forEach((weight, later) => {
    const day = entered + lag.first + later;
    if (day < workFrom) return;
    whole += weight;
    if (day <= last) values[day - first] = weight;
  });
  if (whole === 0) return [];
  const chance = multiply(flow[index]?.rate ?? ZERO, ratio(whole, lag.scale));
  return [{ amount: multiply(quantityOf(count), chance), series: numberSeries(values), whole, late: ZERO }];
}

function calendarLag(lag: LagTable, days: (workingDays: number) => number) {
  return lag.kind === "calendar" ? lag : { ...NO_LAG, first: days(lag.days) };
}
