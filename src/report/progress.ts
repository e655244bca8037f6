import type { Forecast } from "../forecast/answer.js";
import type { Snapshot } from "../plan/snapshot.js";
import type { AgainstAgreed } from "../track/against-agreed.js";
import type { Attainment } from "../track/attainment.js";
import type { BestChange } from "../track/best-change.js";
import type { Replan } from "../track/replan.js";
import type { Since } from "../track/since.js";
import type { Track } from "../track/track.js";

/** How a plan is going: what has happened, and the two answers that compare it with the plan. */
export interface PlanProgress {
  /** What has happened so far. */
  readonly snapshot: Snapshot;
  /** Whether it is on track: the answer of `track` to the plan and the snapshot. */
  readonly track: Track;
  /** What will come of it: the answer of `forecast` to the plan and the snapshot; left out unless given. */
  readonly forecast?: Forecast | undefined;
  /** What must be done from now on: the answer of `replan` to the same; left out unless given. */
  readonly replan?: Replan | undefined;
  /** What would help most: the answer of `bestChange` to the same; left out unless given. */
  readonly change?: BestChange | null | undefined;
  /** How teams and people stand: the answer of `attainment` to the same; left out unless given. */
  readonly attainment?: Attainment | undefined;
  /** How it stands by what was agreed: the answer of `againstAgreed`; left out unless given. */
  readonly against?: AgainstAgreed | undefined;
  /** What has changed since an earlier look: the answer of `changesSince`; left out unless given. */
  readonly since?: Since | undefined;
}
