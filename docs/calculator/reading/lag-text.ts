import { membersOf } from "../state/plan-document.js";

const SPREAD = /^median\s+(\d+),?\s+p90\s+(\d+)$/i;

/** The lag that was typed, as a plan takes it: 7, "2 weeks", "5 working days", "median 14, p90 40". */
export function readLagText(typed: string): unknown {
  const text = typed.trim();
  if (text === "") return undefined;
  const spread = SPREAD.exec(text);
  if (spread !== null) return { median: Number(spread[1]), p90: Number(spread[2]) };
  return /^(0|[1-9]\d{0,5})$/.test(text) ? Number(text) : text;
}

/** A plan's lag as text for its field; null for a table of shares, which the field cannot hold. */
export function lagText(value: unknown): string | null {
  if (value === undefined) return "";
  if (typeof value === "number" || typeof value === "string") return String(value);
  const { median, p90, ...others } = membersOf(value);
  return typeof median === "number" && typeof p90 === "number" && Object.keys(others).length === 0
    ? `median ${median}, p90 ${p90}`
    : null;
}
