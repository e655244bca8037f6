import type { Format } from "../../format/format.js";
import { waterfallPicture } from "../../charts/waterfall/data.js";
import { decodeExact } from "../../number/exact-string.js";
import { compare } from "../../number/ratio.js";
import { sizeOf } from "../../format/rounding.js";
import type { GoalPlan } from "../../plan/plan.js";
import type { Track } from "../../track/track.js";
import { sayCause } from "../../words/causes.js";
import { metricWords } from "../../words/goal.js";
import { sayVerdict } from "../../words/progress.js";
import { sentence, type Block, type Section } from "../report.js";
import { countedIn, pictured } from "./pictured.js";

/** So many reasons matter. */
const MOST = 3;

/** Why it is not as planned: five causes as a picture, and the three that matter most in a sentence each. */
export function reasonsWhySection(
  plan: GoalPlan,
  track: Track,
  currency: string | null,
  format: Format,
): Section {
  const { causes, shortfalls } = track;
  const greatest = [...causes].sort((one, other) =>
    compare(sizeOf(decodeExact(other.amount)), sizeOf(decodeExact(one.amount))),
  );
  const items = greatest.slice(0, MOST).map(({ cause, amount, stage }) => {
    const short = shortfalls.find((each) => each.stage === stage);
    return sayCause(
      {
        ...{ cause, amount, stage, metric: plan.goal.metric },
        significant: short?.significant ?? null,
        daysKnown: short?.daysKnown ?? true,
      },
      format,
    );
  });
  const blocks: Block[] =
    items.length === 0 ? [sentence(sayVerdict(track.verdict, format))] : [{ kind: "list", items }];
  // Of several goals it is the one that needs most.
  const title = track.goals === undefined ? "Why" : `Why, for ${metricWords(plan.goal.metric)}`;
  const section: Section = { title, place: "beside", blocks };
  return pictured(countedIn(waterfallPicture(track, { by: "cause" }), currency), section);
}
