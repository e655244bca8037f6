import { withoutLater } from "../history/journeys/journey-as-of.js";
import type { EarlierRecord, Journey, Step } from "../history/journeys/journey.js";
import { asOf, daysOf, endedOn } from "./as-of.js";
import { buildDeal } from "./build-deal.js";
import type { ResolvedRow } from "./deal-events.js";
import type { DealStore } from "./deal-store.js";
import type { Entries } from "./entries.js";
import { LOST, UNPLACED, WON } from "./labels.js";

/**
 * How did the record of a deal stand on the days before, where leaving out what is dated later does not tell?
 *
 * Between the days on which something happened the record is the same, so it is read as of the last day of each such stretch.
 * Kept is only what differs from the journey without what is dated later; stretches that differ alike are one.
 */
export function earlierRecords(
  journey: Journey,
  rows: readonly ResolvedRow[],
  entries: Entries,
  store: DealStore,
): readonly EarlierRecord[] {
  const isPlainDeal = !entries.differ && isPlain(rows);
  if (isPlainDeal && entries.days.length === 0) return [];
  const own = rows.flatMap(daysOf).filter((day) => typeof day === "number");
  const begun = Math.min(...own);
  if (isPlainDeal && begun >= (entries.days.at(-1) ?? -Infinity)) return [];
  const changes = [...new Set([...own, ...entries.days])].sort((one, other) => one - other);
  const stretches = changes.map((change) => change - 1).filter((day) => day >= begun);
  const records: EarlierRecord[] = [];
  let [before, last] = [NOTHING, ""];
  for (const day of stretches) {
    const through = store.date(day);
    const { kept } = asOf(rows, day);
    const built = buildDeal(journey.id, kept, { store, log: undefined, entryOf: entries.asOf(day) });
    const differed = differences(built, withoutLater(journey, through));
    const key = JSON.stringify(differed);
    if (key !== NOTHING) {
      if (key === before) records.pop();
      else if (before === NOTHING && last !== "") records.push({ through: last });
      records.push(Object.freeze({ through, ...differed }));
    }
    [before, last] = [key, through];
  }
  return Object.freeze(records);
}

const NOTHING = "{}";

/** Is nothing overwritten, or undone: do the days alone tell how the record stood? */
function isPlain(rows: readonly ResolvedRow[]): boolean {
  const [first] = rows;
  if (first === undefined || rows.some((row) => !isLikeFirst(row, first))) return false;
  if (first.facts.deal !== undefined) return rows.length === 1 && endsLast(first);
  let [ends, end, latest] = [0, 0, -Infinity];
  for (const { events } of rows)
    for (const { target, day } of events) {
      if (target === UNPLACED) return false;
      latest = Math.max(latest, day ?? 0);
      if (target !== WON && target !== LOST) continue;
      ends += 1;
      end = day ?? 0;
    }
  return ends === 0 || (ends === 1 && latest <= end);
}

function isLikeFirst({ facts }: ResolvedRow, { facts: first }: ResolvedRow): boolean {
  return (
    facts.deal === first.deal &&
    facts.owner === first.owner &&
    facts.channel === first.channel &&
    facts.value === first.value &&
    facts.currency === first.currency
  );
}

/** Is the ending of a deal's own row the last thing that happened to it, and dated? */
function endsLast(row: ResolvedRow): boolean {
  const ends = row.events.filter(({ target }) => target === WON || target === LOST);
  if (row.state !== "won" && row.state !== "lost") return ends.length === 0;
  const end = endedOn(row);
  const target = row.state === "won" ? WON : LOST;
  return (
    end !== null &&
    ends.every((one) => one.day === end && one.target === target) &&
    daysOf(row).every((day) => (day ?? 0) <= end)
  );
}

/** What a record said that leaving out later days does not tell. */
function differences(built: Journey | undefined, cut: Journey): Omit<EarlierRecord, "through"> {
  const was = built ?? { ...cut, state: "open" as const, closed: null, steps: [], recorded: "ends" as const };
  return {
    ...(was.owner === cut.owner ? {} : { owner: was.owner }),
    ...(was.channel === cut.channel ? {} : { channel: was.channel }),
    ...(was.value === cut.value ? {} : { value: was.value }),
    ...(was.currency === cut.currency ? {} : { currency: was.currency }),
    ...(was.probability === cut.probability ? {} : { probability: was.probability }),
    ...(was.state === cut.state ? {} : { state: was.state }),
    ...(was.closed === cut.closed ? {} : { closed: was.closed }),
    ...(was.expected === cut.expected ? {} : { expected: was.expected }),
    ...(sameSteps(was.steps, cut.steps) ? {} : { steps: was.steps }),
    ...(was.recorded === cut.recorded ? {} : { recorded: was.recorded ?? "all" }),
  };
}

function sameSteps(one: readonly Step[], other: readonly Step[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ stage, on }, index) => stage === other[index]?.stage && on === other[index].on)
  );
}
