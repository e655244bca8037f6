import { isScalar, type Pair, type YAMLMap } from "yaml";
import type { Problem } from "../schema/issue.js";

/** A value that was cut by a comma, put together again as it was probably meant. */
interface CutValue {
  readonly text: string;
  readonly value: unknown;
  readonly problem: Problem;
}

/** In a map in braces: the pairs whose values were cut, and the pairs that are only what was cut off. */
interface Cuts {
  readonly values: ReadonlyMap<Pair, CutValue>;
  readonly parts: ReadonlySet<Pair>;
}

const NONE: Cuts = { values: new Map(), parts: new Set() };

/**
 * Finds values in braces that hold a comma without quotes: `{ amount: 10,000 }` is, to YAML, the key `amount` and a key
 * `000` without a value. Nobody means that.
 */
export function valuesCutByCommas(map: YAMLMap): Cuts {
  if (map.flow !== true || !map.items.some(hasNoValue)) return NONE;
  const values = new Map<Pair, CutValue>();
  const parts = new Set<Pair>();
  let last: Pair | undefined;
  let pieces: string[] = [];
  // Put together once, where the next value begins: again at every piece, it would be quadratic in them.
  const putTogether = () => {
    if (last !== undefined && pieces.length > 1) values.set(last, joined(pieces));
  };
  for (const pair of map.items) {
    if (last === undefined || !hasNoValue(pair)) {
      putTogether();
      last = pair;
      pieces = [plainText(pair.value) ?? ""];
      continue;
    }
    parts.add(pair);
    pieces.push(plainText(pair.key) ?? "");
  }
  putTogether();
  return { values, parts };
}

/** A key alone, without even a colon. */
function hasNoValue({ value }: Pair): boolean {
  return value === null;
}

function plainText(node: unknown): string | undefined {
  return isScalar(node) ? (node.source ?? "") : undefined;
}

function joined(pieces: readonly string[]): CutValue {
  const text = pieces.join(",");
  const expected = "a value without a comma";
  const number = asNumber(text);
  if (number !== undefined) {
    const problem: Problem = {
      code: "yaml.comma",
      expected,
      advice: `a comma ends the value: write ${number}`,
    };
    return { text, value: number.endsWith("%") ? number : Number(number), problem };
  }
  const spaced = pieces.join(", ");
  const quoted = JSON.stringify(spaced.slice(0, 60));
  const advice = `a comma ends the value: quote it, ${quoted}, or give the key after the comma a value`;
  return { text: spaced, value: spaced, problem: { code: "yaml.comma", expected, advice } };
}

/** The number that was meant by digits in groups of three, or by a decimal comma. */
function asNumber(text: string): string | undefined {
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return text.replaceAll(",", "");
  return /^[+-]?\d+,\d+%?$/.test(text) ? text.replace(",", ".") : undefined;
}
