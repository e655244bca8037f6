import type { Verb } from "./verb.js";
import { alignVerb } from "./verbs/align.js";
import { baselineVerb } from "./verbs/baseline.js";
import { backtestVerb } from "./verbs/backtest.js";
import { explainVerb } from "./verbs/explain.js";
import { forecastVerb } from "./verbs/forecast.js";
import { initVerb } from "./verbs/init.js";
import { learnVerb } from "./verbs/learn.js";
import { migrateVerb } from "./verbs/migrate.js";
import { personalVerb } from "./verbs/personal.js";
import { schemaVerb } from "./verbs/schema.js";
import { solveVerb } from "./verbs/solve.js";
import { checkVerb } from "./verbs/check.js";
import { compareVerb } from "./verbs/compare.js";
import { leversVerb } from "./verbs/levers.js";
import { replanVerb } from "./verbs/replan.js";
import { reportVerb } from "./verbs/report.js";
import { scorecardVerb } from "./verbs/scorecard.js";
import { snapshotVerb } from "./verbs/snapshot.js";
import { solveForVerb } from "./verbs/solve-for.js";
import { targetsVerb } from "./verbs/targets.js";
import { trackVerb } from "./verbs/track.js";

/** Every verb of the command, in the order in which help lists them. */
export const VERBS: readonly Verb[] = [
  initVerb,
  solveVerb,
  explainVerb,
  targetsVerb,
  forecastVerb,
  baselineVerb,
  trackVerb,
  replanVerb,
  scorecardVerb,
  checkVerb,
  leversVerb,
  solveForVerb,
  compareVerb,
  alignVerb,
  personalVerb,
  reportVerb,
  learnVerb,
  snapshotVerb,
  backtestVerb,
  migrateVerb,
  schemaVerb,
];
