import { decodeExact } from "../../number/exact-string.js";
import { compare, divide, isPositive, isZero, type Ratio } from "../../number/ratio.js";
import type { Utilisation } from "../../workload/activity-target.js";

/** The fullest week of a team, in minutes or in units of one activity. */
interface FullestWeek<Use> {
  /** The week as the answer has it. */
  readonly use: Use;
  /** What is asked ÷ what can be done; null where nothing can be done. */
  readonly share: Ratio | null;
}

/** What is asked of a team in a week, or of one of its people, against what can be done. */
type Used = Pick<Utilisation, "team" | "of" | "demand" | "capacity"> & { readonly name?: string };

/**
 * The fullest week of each team, or of each person by `name`, once for each thing that is limited, in the order of the
 * answer; the earliest of equals.
 */
export function fullestWeeks<Use extends Used>(uses: readonly Use[]): readonly FullestWeek<Use>[] {
  const fullest = new Map<string, Week<Use>>();
  for (const use of uses) {
    const key = JSON.stringify([use.team, use.of, use.name]);
    const [week, known] = [read(use), fullest.get(key)];
    if (known === undefined || isFuller(week, known)) fullest.set(key, week);
  }
  return [...fullest.values()];
}

interface Week<Use> extends FullestWeek<Use> {
  readonly asked: Ratio;
}

function read<Use extends Used>(use: Use): Week<Use> {
  const [asked, room] = [decodeExact(use.demand), decodeExact(use.capacity)];
  return { use, asked, share: isZero(room) ? null : divide(asked, room) };
}

/** A week without capacity is fuller than any other as soon as something is asked. */
function isFuller(one: Week<unknown>, other: Week<unknown>): boolean {
  if (one.share !== null && other.share !== null) return compare(one.share, other.share) > 0;
  if (one.share === null && other.share === null) return compare(one.asked, other.asked) > 0;
  return one.share === null ? isPositive(one.asked) : isZero(other.asked);
}
