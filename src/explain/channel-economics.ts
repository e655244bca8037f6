import { stagesBelow } from "../model/budgets.js";
import { at, must } from "../number/invariant.js";
import { encodeExact } from "../number/exact-string.js";
import { moneyOfWin, monthlyMargin } from "../solve/money-of-win.js";
import type { ChannelEconomics } from "../solve/answer.js";
import type { Path } from "../schema/issue.js";
import { targetsOf, type Explainer, type GuideOf, type Subject } from "./explainer.js";
import { NOT_A_NUMBER } from "./guide.js";
import { input } from "./input.js";

const WINS: Path = ["targets", "wins"];

type Figure = Exclude<keyof ChannelEconomics, "channel" | "stage">;

function channelAt(subject: Subject, path: Path): ChannelEconomics {
  return must(targetsOf(subject).channels[Number(path[2])], "a channel of the answer");
}

function figureOf(row: ChannelEconomics, figure: Figure): string {
  return must(row[figure] ?? undefined, `the ${figure} of a channel that has one`);
}

/** What the activities of a channel's stages cost. */
function costsBelow({ answer, compiled }: Subject, channel: string): string[] {
  const { flow } = compiled;
  const feeder = must(
    flow.flatMap(({ feeders }) => feeders).find(({ name, isBefore }) => !isBefore && name === channel),
    "a channel of the plan",
  );
  const names = new Set([...stagesBelow(flow, feeder.path)].map((index) => at(flow, index).name));
  const activities = answer.targets?.activities ?? [];
  return activities.flatMap(({ stage, cost }) => (names.has(stage) && cost !== null ? [cost] : []));
}

/** A figure of a channel by others of its row, which are its inputs. */
function explainBy(
  figures: readonly Figure[],
  says: (row: ChannelEconomics, subject: Subject) => ReturnType<Explainer>["says"],
): Explainer {
  return (subject, path) => {
    const row = channelAt(subject, path);
    const place = path.slice(0, 3);
    return {
      says: says(row, subject),
      inputs: figures.map((figure) => input(figure, figureOf(row, figure), [...place, figure])),
      supports: WINS,
    };
  };
}

/** What each channel brings and costs. */
export const CHANNEL_ECONOMICS: GuideOf<ChannelEconomics> = {
  channel: NOT_A_NUMBER,
  stage: NOT_A_NUMBER,
  wins: explainBy([], ({ channel, stage, wins }) => ({
    code: "channel-wins",
    figures: { channel, stage, wins },
  })),
  revenue: explainBy(["wins"], (row, { compiled }) => ({
    code: "channel-revenue",
    figures: {
      channel: row.channel,
      wins: row.wins,
      revenue: figureOf(row, "revenue"),
      each: encodeExact(must(moneyOfWin(compiled), "what a win brings").value),
    },
  })),
  cost: explainBy([], (row, subject) => ({
    code: "channel-cost",
    figures: {
      channel: row.channel,
      cost: figureOf(row, "cost"),
      parts: costsBelow(subject, row.channel),
    },
  })),
  laterCost: explainBy(["wins"], (row) => ({
    code: "channel-later-cost",
    figures: { channel: row.channel, cost: figureOf(row, "laterCost") },
  })),
  profit: explainBy(["wins", "cost", "laterCost"], (row, { compiled }) => ({
    code: "channel-profit",
    figures: {
      channel: row.channel,
      wins: row.wins,
      profit: figureOf(row, "profit"),
      margin: encodeExact(must(moneyOfWin(compiled), "what a win brings").margin),
      cost: figureOf(row, "cost"),
      later: figureOf(row, "laterCost"),
    },
  })),
  cac: explainBy(["wins", "cost", "laterCost"], (row) => ({
    code: "channel-cac",
    figures: {
      channel: row.channel,
      wins: row.wins,
      cac: figureOf(row, "cac"),
      cost: figureOf(row, "cost"),
      later: figureOf(row, "laterCost"),
    },
  })),
  paybackMonths: explainBy(["cac"], (row, { compiled }) => ({
    code: "payback",
    figures: {
      months: figureOf(row, "paybackMonths"),
      cac: figureOf(row, "cac"),
      monthly: encodeExact(must(monthlyMargin(compiled), "what a customer pays each month")),
    },
  })),
};
