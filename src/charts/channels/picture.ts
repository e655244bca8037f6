import type { PictureNumber, PictureWords } from "../picture-number.js";

/** What one channel brings, and what it costs. */
export interface ChannelBar {
  /** The channel as it is named in the plan. */
  readonly channel: string;
  /** The units it brings to the stage it feeds, with the path of what must enter its last stage. */
  readonly units: PictureNumber;
  /** Its share of all units that come to the stage. */
  readonly share: PictureNumber;
  /** What all work in the channel costs, with the path of the cost of all work; null where no cost is written. */
  readonly cost: PictureNumber | null;
}

/** The channels that meet in one stage. */
export interface ChannelGroup {
  /** The stage they feed. */
  readonly stage: string;
  /** The channels, in the order of the plan. */
  readonly channels: readonly ChannelBar[];
}

/** What each channel brings to the stage it feeds, beside what it costs. */
export interface ChannelsPicture extends PictureWords {
  /** Which picture this is. */
  readonly kind: "channels";
  /** Every stage that channels feed, the one nearest to the win first. */
  readonly groups: readonly ChannelGroup[];
}
