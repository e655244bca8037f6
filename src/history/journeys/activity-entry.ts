/** One line of an activity log: on a day, so much of a stage (or of other work) was done, and by whom. */
export interface ActivityEntry {
  /** The day. */
  readonly on: string;
  /** What was done: a stage's or an activity's name. */
  readonly activity: string;
  /** How often, from 0. */
  readonly count: number;
  /** Who did it; null where nobody wrote it down. */
  readonly by: string | null;
}
