import { parseExact } from "../../number/exact-string.js";
import { multiply, ONE, type Ratio } from "../../number/ratio.js";
import { issueAt, type Issue } from "../../schema/issue.js";
import { PlanError } from "../../schema/plan-error.js";
import { parseQuantity, type Quantity } from "../../schema/quantity.js";
import type { Journey } from "./journey.js";

/** What one unit of each currency is worth in the currency that is wanted: `{ EUR: "1.08" }` for dollars. */
export type Exchange = Readonly<Record<string, Quantity>>;

/** What all values are to be turned into; without a currency, that of the journeys where they have only one. */
export interface MoneyOptions {
  readonly currency?: string | undefined;
  readonly exchange?: Exchange | undefined;
}

/** The value of a journey in one currency, exactly; null where it has none. */
export type Valuer = (journey: Journey) => Ratio | null;

/** The currencies that journeys with a value carry, in the order of the alphabet. */
function currenciesOf(journeys: readonly Journey[]): readonly string[] {
  const found = new Set<string>();
  for (const { currency, value } of journeys) if (currency !== null && value !== null) found.add(currency);
  return [...found].sort();
}

/**
 * Makes the function that values journeys in one currency. A journey without a currency is taken to be in it.
 *
 * @throws PlanError when a currency has to be turned into another and no exchange rate is given: different currencies are
 *   never added up
 */
export function valuer(journeys: readonly Journey[], options: MoneyOptions): Valuer {
  const convert = converter(currenciesOf(journeys), options);
  return ({ value, currency }) => {
    const amount = value === null ? undefined : parseExact(value);
    return amount === undefined ? null : convert(amount, currency);
  };
}

/** Turns an amount of a currency (null where it carries none) into the wanted one, exactly. */
type Converter = (amount: Ratio, currency: string | null) => Ratio;

/**
 * Makes the function that turns amounts of these currencies into one.
 *
 * @param found the currencies of all amounts, in the order of the alphabet
 * @throws PlanError as {@link valuer} does
 */
export function converter(found: readonly string[], { currency, exchange = {} }: MoneyOptions): Converter {
  const wanted = currency ?? (found.length === 1 ? found[0] : undefined);
  const foreign = found.filter((code) => code !== wanted);
  const issues = foreign.flatMap((code) =>
    Object.hasOwn(exchange, code) ? [] : [noRate(code, found, wanted)],
  );
  if (issues.length > 0) throw new PlanError(issues);
  const rates = new Map(foreign.map((code) => [code, parseQuantity(exchange[code] ?? 1)]));
  return (amount, own) => multiply(amount, (own === null ? undefined : rates.get(own)) ?? ONE);
}

function noRate(code: string, found: readonly string[], wanted: string | undefined): Issue {
  const into = wanted ?? "one currency";
  return issueAt(["exchange", code], undefined, {
    code: "currency.mixed",
    expected: `what 1 ${code} is worth in ${into}, because the deals are in ${found.join(", ")}`,
    advice: `write exchange: { ${code}: 1.1 }, or read only the deals of one currency`,
  });
}
