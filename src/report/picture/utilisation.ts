import { showExact, showRate } from "../../model/display.js";
import type { Alignment } from "../../align/answer.js";
import { parseExact, encodeExact } from "../../number/exact-string.js";
import { compare, divide, isZero, ZERO } from "../../number/ratio.js";
import type { Path } from "../../schema/issue.js";
import type { Solution } from "../../solve/answer.js";
import type { Utilisation } from "../../workload/activity-target.js";
import { deepFreeze } from "../../solve/freeze.js";
import type { PictureNumber, PictureWords } from "./picture-number.js";

/** How full a team is in one week. */
export interface UtilisationCell {
  /** The Monday of the week; `"period"` without dates. */
  readonly week: string;
  /** What is asked. */
  readonly demand: PictureNumber;
  /** What can be done. */
  readonly capacity: PictureNumber;
  /** Asked ÷ can be done, with the path of what is asked; null where nothing can be done. */
  readonly share: PictureNumber | null;
  /** Whether more is asked than can be done. */
  readonly isOver: boolean;
}

/** How full a team is week by week, in minutes or in units of one activity. */
export interface UtilisationRow {
  /** The team as it is named in the plan. */
  readonly team: string;
  /** `"minutes"`, or the activity that has a most per day. */
  readonly of: string;
  /** The weeks, in order. */
  readonly weeks: readonly UtilisationCell[];
}

/** How full every team is in every week. */
export interface UtilisationPicture extends PictureWords {
  /** Which picture this is. */
  readonly kind: "utilisation";
  /** Every team, once for each thing that is limited. */
  readonly rows: readonly UtilisationRow[];
}

/**
 * How full is each team, week by week, by one plan or by several together? What is asked ÷ what can be done; weeks above 100%
 * are marked.
 *
 * @returns null where no team's capacity is known
 */
export function utilisationPicture(answer: Solution | Alignment): UtilisationPicture | null {
  const [key, uses] =
    "use" in answer
      ? (["use", answer.use] as const)
      : (["utilisation", answer.targets?.utilisation ?? []] as const);
  const rows = new Map<string, { team: string; of: string; weeks: UtilisationCell[] }>();
  uses.forEach((use, index) => {
    const name = JSON.stringify([use.team, use.of]);
    const row = rows.get(name) ?? { team: use.team, of: use.of, weeks: [] };
    row.weeks.push(cellOf(use, [key, index]));
    rows.set(name, row);
  });
  const list = [...rows.values()];
  if (list.length === 0) return null;
  return deepFreeze({
    kind: "utilisation",
    title: "How full each team is, by week",
    description: list.map(rowWords).join(" "),
    names: list.flatMap(({ team, of }) => [team, of]),
    currency: null,
    rows: list,
  });
}

function cellOf({ week, demand, capacity }: Utilisation, path: Path): UtilisationCell {
  const [asked, room] = [parseExact(demand) ?? ZERO, parseExact(capacity) ?? ZERO];
  const at = (key: string) => [...path, key];
  return {
    week,
    demand: { value: demand, path: at("demand") },
    capacity: { value: capacity, path: at("capacity") },
    share: isZero(room) ? null : { value: encodeExact(divide(asked, room)), path: at("demand") },
    isOver: compare(asked, room) > 0,
  };
}

/** How full a team is week by week, in a sentence. */
export function rowWords({ team, of, weeks }: UtilisationRow): string {
  const each = weeks.map(({ week, share, demand, isOver }) => {
    const full =
      share === null
        ? `${showExact(demand.value)} ${of} asked, none possible`
        : showRate(parseExact(share.value) ?? ZERO);
    return `${week} ${full}${isOver ? " (too much)" : ""}`;
  });
  return `${team}, ${of}: ${each.join(", ")}.`;
}
