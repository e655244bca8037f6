import { add, compare, multiply, ONE, ratio, subtract, ZERO, type Ratio } from "../../number/ratio.js";
import { encodeExact } from "../../number/exact-string.js";
import { duplicates, listNames } from "../../schema/duplicate-names.js";
import { exactlyOne } from "../../schema/exactly-one.js";
import { issueAt, type Issue, type Path, type Problem } from "../../schema/issue.js";
import { missingProblem } from "../../schema/missing-value.js";
import { unknownNames } from "../../schema/unknown-names.js";
import type { ChannelInput, GoalPlan, StageInput } from "../plan.js";
import { isHabitsAlone } from "../habits-alone.js";
import { parseRate } from "../rate.js";
import { channelsOf, type PlacedStage } from "../stage-list.js";

const HUNDRED = ratio(100);

const LEAVE_OUT =
  "write a channel, such as { channel: inbound, rest: true, funnel: [{ stage: lead, rate: 25% }] }, or leave sources out";

/** What the stages and channels of a funnel must say of each other: names once, a rate each, shares that make a whole. */
export function funnelRules(plan: GoalPlan, stages: readonly PlacedStage[]): Issue[] {
  const channels = channelsOf(stages);
  return [
    ...emptyLists(plan, stages),
    ...duplicates(
      stages.map(({ stage, path, isOutside }) => [stage.stage, [...path, isOutside ? "channel" : "stage"]]),
    ),
    ...duplicates(channels.map(({ channel, path }) => [channel.channel, [...path, "channel"]])),
    ...stages.flatMap(placedRules),
    ...rateRules(stages),
  ];
}

/** Each stage has a rate, or names the stage whose rate it has: another one, which has one of its own. */
function rateRules(stages: readonly PlacedStage[]): Issue[] {
  const named = stages.filter(({ stage }) => stage.sameAs !== undefined);
  const byName = new Map(stages.map(({ stage }) => [stage.stage, stage]));
  return [
    ...stages.flatMap(({ stage, path }) => {
      const { rate, sameAs }: { readonly rate?: unknown; readonly sameAs?: unknown } = stage;
      const says = rate !== undefined || sameAs !== undefined;
      return says ? [] : [issueAt([...path, "rate"], undefined, missingProblem(["rate"]))];
    }),
    ...unknownNames(
      named.map(({ stage, path }) => [String(stage.sameAs), [...path, "sameAs"]]),
      new Set(byName.keys()),
      "stage.unknown",
      "a stage of the funnel",
    ),
    ...named.flatMap(({ stage, path }) => {
      const problem = sharedProblem(stage, byName.get(String(stage.sameAs)));
      return problem === undefined ? [] : [issueAt([...path, "sameAs"], stage.sameAs, problem)];
    }),
  ];
}

function sharedProblem(stage: StageInput, owner: StageInput | undefined): Problem | undefined {
  if (stage.rate !== undefined)
    return { code: "rate.both", expected: "either rate or sameAs", advice: "keep one of them" };
  if (owner === undefined) return undefined;
  if (owner === stage)
    return { code: "rate.itself", expected: "another stage", advice: "write rate: 50% here instead" };
  if (owner.sameAs === undefined) return undefined;
  const advice =
    owner.sameAs === stage.stage
      ? "write rate: 50% at one of the two"
      : `write sameAs: ${owner.sameAs}, whose rate that one has`;
  return { code: "rate.chain", expected: "a stage that has a rate of its own", advice };
}

function emptyLists(plan: GoalPlan, stages: readonly PlacedStage[]): Issue[] {
  const lists: [readonly unknown[], Path, string][] = [
    [
      isHabitsAlone(plan) ? (plan.habits ?? []) : plan.funnel,
      ["funnel"],
      "write one, such as { stage: demo request, rate: 50% }",
    ],
    ...stages.flatMap(({ stage, path }): [readonly unknown[], Path, string][] =>
      stage.sources ? [[stage.sources, [...path, "sources"], LEAVE_OUT]] : [],
    ),
  ];
  const problem = { code: "list.empty", expected: "at least one entry" } as const;
  return lists
    .filter(([list]) => list.length === 0)
    .map(([list, path, advice]) => issueAt(path, list, { ...problem, advice }));
}

function placedRules({ stage, path, first }: PlacedStage): Issue[] {
  const repeated = duplicates(listNames(stage.activities, [...path, "activities"]));
  if (stage.sources === undefined || stage.sources.length === 0) return repeated;
  return [...repeated, ...shareRules(stage.sources, [...path, "sources"], first)];
}

function shareRules(sources: readonly ChannelInput[], at: Path, first: boolean): Issue[] {
  const kinds = sources.flatMap((source, index) =>
    exactlyOne(
      [...at, index],
      source,
      ["share", "units", "rest"],
      "share.kind",
      "write share: 40%, units: 400 or rest: true",
      "exactly one of share, units and rest",
    ),
  );
  if (kinds.length > 0) return kinds;
  if (!first) return inTheMiddle(sources, at);
  const rests = sources.flatMap((source, index) => (source.rest === true ? [index] : []));
  if (rests.length > 1) {
    const problem: Problem = {
      code: "share.rest",
      expected: "one channel with rest: true",
      advice: "give the others a share or units",
    };
    return rests.slice(1).map((index) => issueAt([...at, index, "rest"], true, problem));
  }
  return wholeRule(sources, rests.length === 1, at);
}

/** Where stages stand before, they bring the rest: no channel does, and shares leave something for them. */
function inTheMiddle(sources: readonly ChannelInput[], at: Path): Issue[] {
  const rests = sources.flatMap(({ rest }, index) =>
    rest === true
      ? [
          issueAt([...at, index, "rest"], true, {
            code: "sources.place",
            expected: "no channel with the rest here, because the stages before bring it",
            advice:
              "give this channel a share or units, or leave it out where its stages stand before already",
          }),
        ]
      : [],
  );
  const total = sharesOf(sources).reduce(add, ZERO);
  if (rests.length > 0 || compare(total, ONE) < 0) return rests;
  return [
    issueAt(at, `shares of ${percent(total)}`, {
      code: "share.sum",
      expected: "shares of less than 100%, because the stages before bring the rest",
      advice: "make them smaller, or move the stages before into a channel of their own",
    }),
  ];
}

function sharesOf(sources: readonly ChannelInput[]): readonly Ratio[] {
  return sources.flatMap(({ share }) => (share === undefined ? [] : [parseRate(share)]));
}

function wholeRule(sources: readonly ChannelInput[], hasRest: boolean, at: Path): Issue[] {
  const shares = sharesOf(sources);
  const total = shares.reduce(add, ZERO);
  if (shares.length === 0 && !hasRest) {
    const problem: Problem = {
      code: "share.missing",
      expected: "a channel with a share or rest: true",
      advice: "units alone cannot meet a goal, give one channel rest: true",
    };
    return [issueAt(at, sources, problem)];
  }
  const order = compare(total, ONE);
  if (hasRest ? order <= 0 : order === 0) return [];
  const apart = subtract(total, ONE);
  const advice =
    order > 0
      ? `take ${percent(apart)} off`
      : `add ${percent(subtract(ZERO, apart))}, or give one channel rest: true`;
  return [
    issueAt(at, `shares of ${percent(total)}`, {
      code: "share.sum",
      expected: "shares that make 100%",
      advice,
    }),
  ];
}

function percent(share: Ratio): string {
  const hundredfold = encodeExact(multiply(share, HUNDRED));
  return hundredfold.includes("/") ? encodeExact(share) : `${hundredfold}%`;
}
