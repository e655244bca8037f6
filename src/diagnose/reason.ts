/** Reasons as answers carry them; what they say stands with their words. */
export type {
  AvailableReason,
  CapacityReason,
  ChanceReason,
  NoTimeReason,
  NoValueReason,
  Reason,
  ZeroRateReason,
} from "../words/reasons.js";
