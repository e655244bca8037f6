import type { ExactString, Path, Solution, Target } from "reverse-funnel";

/** A figure of the table, and where it stands in the answer. */
export interface Figure {
  readonly value: number;
  readonly at: Path;
}

/** One line of the table from the source to the win. */
export interface StageRow {
  readonly stage: string;
  readonly channel: string | null;
  readonly owner: string | null;
  readonly isWin: boolean;
  readonly rate: { readonly value: ExactString; readonly at: Path } | null;
  readonly total: Figure;
  readonly perDay: Figure | null;
  readonly perWeek: Figure | null;
  readonly startBy: string | null;
  /** Why it is there, in the plan's own words. */
  readonly why: string | null;
  /** Units that are there already, where there are any. */
  readonly fromPipeline: { readonly value: ExactString; readonly at: Path } | null;
}

/** The lines of the table, in the order of the funnel. */
export function stageRows({ targets }: Solution): readonly StageRow[] {
  return (targets?.path ?? []).map((target, index) => rowOf(target, ["targets", "path", index]));
}

function rowOf(target: Target, at: Path): StageRow {
  const { stage, channel, owner, kind, rate, total, perDay, perWeek, window, fromPipeline: open } = target;
  return {
    stage,
    channel,
    owner,
    isWin: kind === "win",
    rate: rate === null ? null : { value: rate, at: [...at, "rate"] },
    total: { value: total, at: [...at, "total"] },
    perDay: perDay === null ? null : { value: perDay, at: [...at, "perDay"] },
    perWeek: perWeek === null ? null : { value: perWeek, at: [...at, "perWeek"] },
    startBy: window?.startBy ?? null,
    why: target.why ?? null,
    fromPipeline: open === "0" ? null : { value: open, at: [...at, "fromPipeline"] },
  };
}
