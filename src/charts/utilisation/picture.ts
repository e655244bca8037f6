import type { PictureNumber, PictureWords } from "../picture-number.js";

/** How full a team is in one week. */
export interface UtilisationCell {
  /** The Monday of the week; `"period"` without dates. */
  readonly week: string;
  /** What is asked. */
  readonly demand: PictureNumber;
  /** What can be done. */
  readonly capacity: PictureNumber;
  /** Asked ÷ can be done, with the path of what is asked; null where nothing can be done. */
  readonly share: PictureNumber | null;
  /** Whether more is asked than can be done. */
  readonly isOver: boolean;
}

/** How full a team is week by week, in minutes or in units of one activity. */
export interface UtilisationRow {
  /** The team as it is named in the plan. */
  readonly team: string;
  /** `"minutes"`, or the activity that has a most per day. */
  readonly of: string;
  /** The weeks, in order. */
  readonly weeks: readonly UtilisationCell[];
}

/** How full every team is in every week. */
export interface UtilisationPicture extends PictureWords {
  /** Which picture this is. */
  readonly kind: "utilisation";
  /** Every team, once for each thing that is limited. */
  readonly rows: readonly UtilisationRow[];
}
