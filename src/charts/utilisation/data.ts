import type { UtilisationCell, UtilisationPicture } from "./picture.js";
import { makeFormat } from "../../format/format.js";
import { utilisationWords } from "./words.js";
import type { Alignment } from "../../align/answer.js";
import { decodeExact, encodeExact } from "../../number/exact-string.js";
import { compare, divide, isZero } from "../../number/ratio.js";
import type { Path } from "../../schema/issue.js";
import type { Solution } from "../../solve/answer.js";
import type { Utilisation } from "../../workload/activity-target.js";
import { deepFreeze } from "../../solve/freeze.js";
import { yearOfDays } from "../picture-number.js";
import { requireHanded } from "../../schema/handed.js";

/**
 * How full is each team, week by week, by one plan or by several together? What is asked ÷ what can be done; weeks above 100%
 * are marked.
 *
 * @returns null where no team's capacity is known
 *
 * @throws TypeError for anything else than an answer of solve or an answer of align
 *
 * @example
 * ```ts
 * const answer = solve({
 *   goal: { metric: "customers", amount: 10, period: "2026-01" },
 *   funnel: [{ stage: "demo", rate: "25%", owner: "sales", activities: [{ name: "demo", minutes: 60 }] }],
 *   teams: { sales: { headcount: 1, minutesPerDay: 240 } },
 * });
 * utilisationPicture(answer)?.rows[0]?.weeks[1]?.share?.value; // => "5/11"
 * ```
 */
export function utilisationPicture(answer: Solution | Alignment): UtilisationPicture | null {
  requireHanded("utilisationPicture", ["an answer of solve", "an answer of align"], answer);
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
  const weeks = uses.map(({ week }) => week).sort();
  const facts = { currency: null, hasCents: false, year: yearOfDays(weeks[0], weeks.at(-1)) };
  const picture = {
    kind: "utilisation",
    title: "How full each team is, by week",
    ...facts,
    rows: list,
  } as const;
  return deepFreeze({ ...picture, description: utilisationWords(picture, makeFormat(undefined, facts)) });
}

function cellOf({ week, demand, capacity }: Omit<Utilisation, "people">, path: Path): UtilisationCell {
  const [asked, room] = [decodeExact(demand), decodeExact(capacity)];
  const at = (key: string) => [...path, key];
  return {
    week,
    demand: { value: demand, path: at("demand") },
    capacity: { value: capacity, path: at("capacity") },
    share: isZero(room) ? null : { value: encodeExact(divide(asked, room)), path: at("demand") },
    isOver: compare(asked, room) > 0,
  };
}
