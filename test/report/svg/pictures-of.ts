import type { PlanInput } from "../../../src/plan/plan.js";
import type { Snapshot } from "../../../src/plan/snapshot.js";
import { calendarPicture } from "../../../src/report/picture/calendar.js";
import { channelsPicture } from "../../../src/report/picture/channels.js";
import { funnelPicture } from "../../../src/report/picture/funnel.js";
import type { Picture } from "../../../src/report/picture/picture.js";
import { progressPicture } from "../../../src/report/picture/progress.js";
import { tornadoPicture } from "../../../src/report/picture/tornado.js";
import { utilisationPicture } from "../../../src/report/picture/utilisation.js";
import { waterfallPicture } from "../../../src/report/picture/waterfall.js";
import { solve } from "../../../src/solve/solve.js";
import { track } from "../../../src/track/track.js";
import { levers } from "../../../src/sensitivity/levers.js";

/** Every picture that a plan has, and those of how it is going where a snapshot is given. */
export function picturesOf(plan: PlanInput, snapshot?: Snapshot): Picture[] {
  const answer = solve(plan);
  const progress = snapshot === undefined ? undefined : track(plan, snapshot);
  const pictures = [
    funnelPicture(answer),
    calendarPicture(answer),
    utilisationPicture(answer),
    channelsPicture(answer),
    tornadoPicture(levers(plan)),
    ...(progress === undefined || snapshot === undefined
      ? []
      : [progressPicture(progress, snapshot), waterfallPicture(progress)]),
  ];
  return pictures.filter((picture) => picture !== null);
}
