/** Why no chance is told. */
interface NoChanceData {
  /**
   * `too-much-to-count`: there are more units, or more values, than can be worked out; `nothing-seen`: work has begun, and
   * the snapshot says nothing of the funnel; `each-month`: the goal holds for each month; `earned`: what a win pays depends on its
   * day.
   */
  readonly code: "too-much-to-count" | "nothing-seen" | "each-month" | "earned";
}

/** The same with its sentence. */
export type NoChance = NoChanceData & {
  /** The reason in a sentence. */
  readonly text: string;
};

const SENTENCES: Readonly<Record<NoChanceData["code"], string>> = {
  "each-month":
    "No chance is told, because the goal holds for each month: months share their work and their rates, and only the chance of one goal is worked out.",
  "nothing-seen":
    "No chance is told, because the snapshot says nothing of the funnel: neither what was started nor what was won.",
  earned: "No chance is told, because what a win pays depends on its day, which no chance knows yet.",
  "too-much-to-count":
    "No chance is told, because there are more units under way than it can be worked out for; count in larger units.",
};

/** Says why no chance is told. */
export function saidNoChance(reason: NoChanceData): NoChance {
  return { ...reason, text: SENTENCES[reason.code] };
}
