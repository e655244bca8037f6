import type {
  Backtest,
  BacktestPeriod,
  FailedAssumption,
  HowOften,
  UntestedPeriod,
} from "../history/backtest/answer.js";
import { must } from "../number/invariant.js";
import type { Path } from "../schema/issue.js";
import type { WonOf } from "../words/explanations/of-backtest.js";
import type { ExplanationData } from "../words/explanations/say-explanation.js";
import { NOT_A_NUMBER, type Guide } from "./guide.js";

type BacktestExplainer = (answer: Backtest, path: Path) => ExplanationData;

type BacktestGuide<Part> = Guide<BacktestExplainer, Part>;

interface PeriodFigures {
  readonly per: Backtest["per"];
  readonly from: string;
}

/** The period that a number is of, and its name. */
function periodOf(answer: Backtest, path: Path): { readonly period: BacktestPeriod } & PeriodFigures {
  const period = must(answer.periods[Number(path[1])], "a period that was tried");
  return { period, per: answer.per, from: period.from };
}

function figure<Value>(value: Value | null): Value {
  return must(value ?? undefined, "a figure that is told");
}

function won(of: WonOf): BacktestExplainer {
  return (answer, path) => {
    const { period, ...named } = periodOf(answer, path);
    const count = of === "all" ? period.won : period[of].came;
    return { code: "backtest-won", figures: { ...named, of, won: count } };
  };
}

function expected(of: WonOf): BacktestExplainer {
  return (answer, path) => {
    const { period, ...named } = periodOf(answer, path);
    const wins = of === "all" ? period.expected : period[of].expected;
    return { code: "backtest-expected", figures: { ...named, of, expected: wins } };
  };
}

function range(which: "range" | "luckRange"): BacktestExplainer {
  return (answer, path) => {
    const { period, ...named } = periodOf(answer, path);
    const [low, high] = period[which];
    const end = Number(path.at(-1)) === 0 ? "low" : "high";
    return {
      code: which === "range" ? "backtest-range" : "backtest-luck-range",
      figures: { ...named, end, low, high, level: answer.level },
    };
  };
}

const explainSure: BacktestExplainer = (answer, path) => {
  const { period, ...named } = periodOf(answer, path);
  return { code: "backtest-sure", figures: { ...named, sure: period.sure, chance: answer.chance } };
};

const explainSpread: BacktestExplainer = (answer, path) => {
  const { period, ...named } = periodOf(answer, path);
  return { code: "backtest-spread", figures: { ...named, spread: period.spread } };
};

const PERIOD: BacktestGuide<BacktestPeriod> = {
  from: NOT_A_NUMBER,
  to: NOT_A_NUMBER,
  won: won("all"),
  expected: expected("all"),
  range: { "*": range("range") },
  held: NOT_A_NUMBER,
  luckRange: { "*": range("luckRange") },
  sure: explainSure,
  reached: NOT_A_NUMBER,
  spread: explainSpread,
  pipeline: { expected: expected("pipeline"), came: won("pipeline") },
  fresh: { expected: expected("fresh"), came: won("fresh") },
};

const UNTESTED: BacktestGuide<UntestedPeriod> = { from: NOT_A_NUMBER, stage: NOT_A_NUMBER };

/** How many periods did something. */
function howOften(which: "held" | "heldByLuck" | "reached"): BacktestGuide<HowOften> {
  const of =
    (part: keyof HowOften): BacktestExplainer =>
    (answer) => {
      const { per, level, chance } = answer;
      const asked = which === "reached" ? chance : level;
      return { code: "backtest-how-often", figures: { which, part, per, asked, ...figure(answer[which]) } };
    };
  return { count: of("count"), of: of("of"), low: of("low"), high: of("high") };
}

/** What was expected in all periods where an assumption failed, or what came. */
function failed(part: "expected" | "came"): BacktestExplainer {
  return (answer, path) => {
    const failure = must(answer.failed[Number(path[1])], "an assumption that failed");
    if (failure.code === "range") throw new TypeError("a range that failed has no wins");
    const of = path[2] === "pipeline" || path[2] === "fresh" ? path[2] : "all";
    const [stage, wins] =
      failure.code === "rate"
        ? [failure.stage, failure.wentOn]
        : [null, of === "all" ? failure.pipeline : failure[of]];
    return { code: "backtest-failed", figures: { stage, of, part, ...wins } };
  };
}

const WINS = { expected: failed("expected"), came: failed("came") } as const;

const FAILED: BacktestGuide<FailedAssumption> = {
  code: NOT_A_NUMBER,
  stage: NOT_A_NUMBER,
  wentOn: WINS,
  pipeline: WINS,
  fresh: WINS,
};

/** The numbers of a backtest. */
export const BACKTEST: BacktestGuide<Backtest> = {
  asOf: NOT_A_NUMBER,
  per: NOT_A_NUMBER,
  level: ({ level }) => ({ code: "backtest-level", figures: { level } }),
  chance: ({ chance }) => ({ code: "backtest-asked", figures: { chance } }),
  periods: { "*": PERIOD },
  untested: { "*": UNTESTED },
  held: howOften("held"),
  heldByLuck: howOften("heldByLuck"),
  reached: howOften("reached"),
  failed: { "*": FAILED },
  spread: {
    learned: ({ per, spread }) => ({
      code: "backtest-spread-learned",
      figures: { per, spread: figure(spread.learned) },
    }),
    needed: ({ level, spread }) => ({
      code: "backtest-spread-needed",
      figures: { level, spread: figure(spread.needed) },
    }),
  },
};
