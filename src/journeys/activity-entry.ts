/** One line of an activity log: on a day, so much of a stage (or of other work) was done, and by whom. */
export interface ActivityEntry {
  readonly on: string;
  readonly activity: string;
  readonly count: number;
  readonly by: string | null;
}
