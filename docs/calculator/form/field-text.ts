import { amountText, readAmount, type Punctuation } from "../reading/amount-text.js";
import { daysText, readDaysText } from "../reading/days-text.js";
import { lagText, readLagText } from "../reading/lag-text.js";
import { rateText, readRateText } from "../reading/rate-text.js";
import type { FieldKind } from "./field.js";

/** A part of the plan as the text of its field; null where the field cannot hold it. */
export function fieldText(kind: FieldKind, value: unknown, punctuation: Punctuation): string | null {
  switch (kind) {
    case "amount":
      return amountText(value, punctuation);
    case "rate":
      return rateText(value);
    case "lag":
      return lagText(value);
    case "days":
      return daysText(value);
    case "whole":
    case "text":
    case "date":
      return value === undefined || typeof value === "string" || typeof value === "number"
        ? String(value ?? "")
        : null;
  }
}

/** The text of a field as a part of the plan; undefined for an empty field. */
export function fieldValue(kind: FieldKind, text: string, punctuation: Punctuation): unknown {
  switch (kind) {
    case "amount":
      return readAmount(text, punctuation);
    case "whole":
      return /^[1-9]\d{0,14}$/.test(text.trim()) ? Number(text.trim()) : text.trim() || undefined;
    case "rate":
      return readRateText(text);
    case "lag":
      return readLagText(text);
    case "days":
      return readDaysText(text);
    case "text":
    case "date":
      return text === "" ? undefined : text;
  }
}
