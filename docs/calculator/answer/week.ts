import {
  attainment,
  bestChange,
  forecast,
  replan,
  solve,
  track,
  PlanError,
  safeParseSnapshot,
  type Format,
  type Issue,
  type Plan,
  type Snapshot,
} from "reverse-funnel";
import { planReport, type PlanAnswers, type Section } from "reverse-funnel/report";
import type { PlanDocument } from "../state/plan-document.js";

/** What is asked: how this plan goes, given what has happened. */
export interface WeekQuestion {
  readonly plan: Plan;
  /** A snapshot, right or not yet right. */
  readonly snapshot: PlanDocument;
  /** Whether people are named. */
  readonly people: boolean;
}

/** How it goes, as parts of a report; or what is wrong with what was written. */
export interface WeekAnswer {
  readonly issues: readonly Issue[];
  /** Status, what to do next, progress, causes and what helps most; then what stands behind them. */
  readonly sections: readonly Section[];
  /** The plan for what is left of the period; null where it is as it was, or none is left. */
  readonly rest: PlanDocument | null;
  /** Whether people are behind the answer, who can be named. */
  readonly hasPeople: boolean;
}

/** Whether the goal will be reached, why, and what comes next. */
export function weekAnswer({ plan, snapshot, people }: WeekQuestion, format: Format): WeekAnswer {
  const read = safeParseSnapshot(snapshot, plan);
  if (!read.success) return unanswered(read.error.issues);
  try {
    return answered(plan, read.data, people, format);
  } catch (error) {
    if (error instanceof PlanError) return unanswered(error.issues);
    throw error;
  }
}

/** Everything that a report tells of a plan on its way. */
export function progressAnswers(
  plan: Plan,
  snapshot: Snapshot,
): Required<Pick<PlanAnswers, "answer" | "progress">> {
  return {
    answer: solve(plan),
    progress: {
      snapshot,
      track: track(plan, snapshot),
      forecast: forecast(plan, snapshot),
      replan: replan(plan, snapshot),
      change: bestChange(plan, snapshot),
      attainment: attainment(plan, snapshot),
    },
  };
}

function answered(plan: Plan, snapshot: Snapshot, people: boolean, format: Format): WeekAnswer {
  const answers = progressAnswers(plan, snapshot);
  const rest = answers.progress?.replan;
  const { sections } = planReport(answers, {
    format,
    people,
    sections: ["status", "week", "progress", "causes", "change", "people", "stages", "losses", "forecast"],
  });
  const isOver = answers.progress?.track.ahead.over === true;
  return {
    issues: [],
    sections,
    rest: rest === undefined || rest.changes.length === 0 || isOver ? null : { ...rest.plan },
    hasPeople: (answers.progress?.attainment?.people.length ?? 0) > 0,
  };
}

function unanswered(issues: readonly Issue[]): WeekAnswer {
  return { issues, sections: [], rest: null, hasPeople: false };
}
