import { membersOf } from "../state/plan-document.js";

const COUNTED = /^(\d+)\s+(?:of|out of|from)\s+(\d+)$/i;
const SHARE = /^(\d+)\s+in\s+(\d+)$/i;
const CHANGED = /^(\d+(?:\.\d+)?\s*%?)\s*([+-]\s*\d+(?:\.\d+)?\s*(?:%|points?|pp))$/i;
const LEARNED = /^(\S+) \((\S+) to (\S+)\)$/;

/** The rate that was typed, as a plan takes it: "25%", 0.25, "2/5", "48 of 120", "1 in 4", "20% + 4 points". */
export function readRateText(typed: string): unknown {
  const text = typed
    .trim()
    .replace(/^(\d+),(\d+)(\s*%?)$/, "$1.$2$3")
    .replace(/\s+%$/, "%");
  if (text === "") return undefined;
  const share = SHARE.exec(text);
  if (share !== null) return `${share[1] ?? ""}/${share[2] ?? ""}`;
  const counted = COUNTED.exec(text);
  if (counted !== null) return { won: Number(counted[1]), of: Number(counted[2]) };
  const learned = LEARNED.exec(text);
  if (learned !== null) return { rate: learned[1], low: learned[2], high: learned[3] };
  const changed = CHANGED.exec(text);
  if (changed !== null) return { now: changed[1], change: changed[2]?.replace(/\s+(?=\d)/, "") };
  const number = Number(text);
  return /^(0|[1-9]\d*)(\.\d*[1-9])?$/.test(text) && String(number) === text ? number : text;
}

/** A plan's rate as text for its field; null where it is written in a way the field cannot hold. */
export function rateText(value: unknown): string | null {
  if (value === undefined) return "";
  if (typeof value === "number" || typeof value === "string") return String(value);
  const { won, of, rate, low, high, now, change, ...others } = membersOf(value);
  if (Object.keys(others).length > 0) return null;
  const has = (...parts: readonly unknown[]) =>
    parts.every((part) => typeof part === "number" || typeof part === "string");
  if (has(rate, low, high) && won === undefined) return `${String(rate)} (${String(low)} to ${String(high)})`;
  if (has(now, change)) return `${String(now)} ${String(change)}`;
  return has(won, of) && rate === undefined ? `${String(won)} of ${String(of)}` : null;
}

/** An exact share as a person would write the rate: "0.275" is "27.5%". What is no decimal below 1 stays as it is: "11/30". */
export function percentText(exact: string): string {
  const [, decimals] = /^0\.(\d+)$/.exec(exact) ?? [];
  if (decimals === undefined) return exact;
  const padded = decimals.padEnd(2, "0");
  const rest = padded.slice(2);
  return `${Number(padded.slice(0, 2))}${rest === "" ? "" : `.${rest}`}%`;
}
