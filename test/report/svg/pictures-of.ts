import type { PlanInput } from "../../../src/plan/plan.js";
import type { Snapshot } from "../../../src/plan/snapshot.js";
import { calendarPicture } from "../../../src/charts/calendar/data.js";
import { channelsPicture } from "../../../src/charts/channels/data.js";
import { funnelPicture } from "../../../src/charts/funnel/data.js";
import type { Picture } from "../../../src/charts/picture.js";
import { progressPicture } from "../../../src/charts/progress/data.js";
import { tornadoPicture } from "../../../src/charts/tornado/data.js";
import { utilisationPicture } from "../../../src/charts/utilisation/data.js";
import { waterfallPicture } from "../../../src/charts/waterfall/data.js";
import { forecast } from "../../../src/forecast/forecast.js";
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
      : [progressPicture(progress, snapshot, forecast(plan, snapshot)), waterfallPicture(progress)]),
  ];
  return pictures.filter((picture) => picture !== null);
}
