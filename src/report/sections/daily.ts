import type { Format } from "../../format/format.js";
import type { Target } from "../../schedule/target.js";
import type { Solution, Targets } from "../../solve/answer.js";
import type { Plan } from "../../plan/plan.js";
import { unitWords } from "../../words/units.js";
import type { Figure, Section } from "../report.js";
import { saysMore } from "./activities.js";

/** More numbers than these are no longer found at a glance; the tables have the rest. */
const MOST_FIGURES = 8;

/**
 * The numbers to act on: what each source must get each working day, and who does it; then the work that other stages ask
 * for.
 */
export function dailySection(answer: Solution, format: Format): Section {
  const { status, targets, plan } = answer;
  const title = `${status === "feasible" ? "To do" : "What it would take"} each working day`;
  if (targets === null) return { title, blocks: [] };
  const items = [...sourceFigures(plan, targets, format), ...workFigures(targets, format)];
  const first = items.slice(0, MOST_FIGURES);
  return { title, blocks: first.length === 0 ? [] : [{ kind: "figures", items: first }] };
}

function sourceFigures(plan: Plan, { path }: Targets, format: Format): Figure[] {
  return path.flatMap((target) => {
    const { kind, total, perDay, stage, owner } = target;
    if (kind !== "work" || total === 0 || perDay === null) return [];
    return [
      {
        figure: format.number(perDay),
        label: unitWords(plan, stage, perDay),
        note: noteOf(owner, inAll(target, format), target.why),
      },
    ];
  });
}

function inAll({ total, window }: Target, format: Format): string {
  return `${format.number(total)} in all${window === null ? "" : ` by ${format.date(window.startBy)}`}`;
}

/** Work that no source's number says: what is done for other stages, and for wins. */
function workFigures({ activities }: Targets, format: Format): Figure[] {
  return activities
    .filter((each) => each.activity !== each.stage && saysMore(each) && each.total > 0)
    .flatMap(({ activity, owner, perDay, total, why }) =>
      perDay === null
        ? []
        : [
            {
              figure: format.number(perDay),
              label: activity,
              note: noteOf(owner, `${format.number(total)} in all`, why),
            },
          ],
    );
}

function noteOf(owner: string | null, amount: string, why = ""): string {
  return [owner ?? "", amount, why].filter((part) => part !== "").join(" · ");
}
