import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { Alignment } from "../../src/align/answer.js";
import { align } from "../../src/align/align.js";
import { calendarPicture } from "../../src/charts/calendar/data.js";
import { channelsPicture } from "../../src/charts/channels/data.js";
import { funnelPicture } from "../../src/charts/funnel/data.js";
import type { Picture } from "../../src/charts/picture.js";
import { progressPicture } from "../../src/charts/progress/data.js";
import { tornadoPicture } from "../../src/charts/tornado/data.js";
import { utilisationPicture } from "../../src/charts/utilisation/data.js";
import { waterfallPicture } from "../../src/charts/waterfall/data.js";
import { toSvg } from "../../src/charts/to-svg.js";
import { forecast } from "../../src/forecast/forecast.js";
import { parsePlan } from "../../src/plan/parse.js";
import { parseSnapshot } from "../../src/plan/parse-snapshot.js";
import type { Plan, PlanInput, TeamInput } from "../../src/plan/plan.js";
import { solve } from "../../src/solve/solve.js";
import { track } from "../../src/track/track.js";
import { levers } from "../../src/sensitivity/levers.js";
import { readYaml } from "../../src/yaml/read-yaml.js";

// The pictures of README and the guides, each from the plan of an example. They are read from the sources, so that a test
// can compare them before anything is built.

/** What a phone's width leaves for a picture, in pixels. */
const PHONE = 328;

/** A picture of the docs: where its file stands in this folder, and what is in it. */
export interface DocsPicture {
  readonly file: string;
  readonly svg: string;
  /** The same, drawn for a phone. */
  readonly narrow: string;
}

/** Every picture that the docs show. */
export function docsPictures(): readonly DocsPicture[] {
  return [
    ...funnels(),
    drawn("net-new-mrr-calendar", calendarPicture(solve(plan("net-new-mrr")))),
    drawn("the-drive-calendar", calendarPicture(solve(plan("the-drive")))),
    ...driveSoFar(),
    ...hollowSoFar(),
    drawn("ramp-utilisation", utilisationPicture(solve(plan("ramp")))),
    drawn("teams-in-conflict-utilisation", utilisationPicture(together())),
    drawn("services-funnel-levers", tornadoPicture(levers(plan("services-funnel"))), { currency: "USD" }),
    drawn("marketing-channels-channels", channelsPicture(solve(plan("marketing-channels")))),
  ];
}

function funnels(): DocsPicture[] {
  const wide = ["marketing-channels"];
  const examples = [
    "net-new-mrr",
    "services-funnel",
    "the-drive",
    "calls-a-day",
    "customer-satisfaction",
    "hiring",
    "hollow-process",
  ];
  return [...examples, "enterprise", ...wide].map((example) => {
    const picture = funnelPicture(solve(plan(example)));
    return drawn(`${example}-funnel`, picture, { width: wide.includes(example) ? 960 : 720 });
  });
}

function driveSoFar(): DocsPicture[] {
  const read = plan("the-drive");
  const snapshot = parseSnapshot(data("the-drive/snapshot.yaml"), read);
  const answer = track(read, snapshot);
  const options = { currency: "USD" };
  return [
    drawn("the-drive-progress", progressPicture(answer, snapshot, forecast(read, snapshot)), options),
    drawn("the-drive-waterfall", waterfallPicture(answer), options),
  ];
}

function hollowSoFar(): DocsPicture[] {
  const read = plan("hollow-process");
  const snapshot = parseSnapshot(data("hollow-process/activity.yaml"), read);
  const answer = track(read, snapshot);
  return [
    drawn("hollow-process-progress", progressPicture(answer, snapshot, forecast(read, snapshot))),
    drawn("hollow-process-waterfall", waterfallPicture(answer)),
  ];
}

/** What the plans of all departments ask of the teams that they share. */
function together(): Alignment {
  const plans = ["sales", "marketing", "support"].map((name) => data(`teams-in-conflict/${name}.yaml`));
  return align(plans as PlanInput[], data("teams-in-conflict/teams.yaml") as Record<string, TeamInput>);
}

function drawn(
  name: string,
  picture: Picture | null,
  options: Parameters<typeof toSvg>[1] = {},
): DocsPicture {
  if (picture === null) throw new Error(`${name} requires something to show; got nothing`);
  const narrow = toSvg(picture, { ...options, width: PHONE });
  return { file: `${name}.svg`, svg: toSvg(picture, options), narrow };
}

function plan(example: string): Plan {
  return parsePlan(data(`${example}/plan.yaml`));
}

function data(file: string): unknown {
  const path = fileURLToPath(new URL(`../../examples/${file}`, import.meta.url));
  return readYaml(readFileSync(path, "utf8")).data;
}
