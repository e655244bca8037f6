import type { Solution } from "../solve/answer.js";
import type { Track } from "../track/track.js";

/** An answer with what one team answers for and nothing else of its targets; the answer as it is where no team is named. */
export function ofTeam(answer: Solution, team: string | undefined): Solution {
  if (team === undefined || answer.targets === null) return answer;
  const { targets } = answer;
  const own = {
    ...targets,
    path: targets.path.filter(({ owner }) => owner === team),
    activities: targets.activities.filter(({ owner }) => owner === team),
    lossLimits: targets.lossLimits.filter(({ owner }) => owner === team),
    utilisation: targets.utilisation.filter((use) => use.team === team),
  };
  return answer.status === "feasible" ? { ...answer, targets: own } : { ...answer, targets: own };
}

/** How one team's stages, activities and limits stand; all of them where no team is named. */
export function trackOfTeam(track: Track, team: string | undefined): Track {
  if (team === undefined) return track;
  const stages = Object.fromEntries(Object.entries(track.stages).filter(([, { owner }]) => owner === team));
  return {
    ...track,
    stages,
    activities: track.activities.filter(({ owner }) => owner === team),
    lossLimits: track.lossLimits.filter(({ owner }) => owner === team),
    shortfalls: track.shortfalls.filter(({ stage }) => Object.hasOwn(stages, stage)),
  };
}
