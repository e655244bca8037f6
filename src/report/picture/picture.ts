import type { FunnelPicture } from "./funnel-picture.js";

/** A picture as plain data: what is shown, with exact values, before anything is drawn. */
export type Picture = FunnelPicture;
