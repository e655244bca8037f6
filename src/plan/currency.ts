import { scalarThat } from "../schema/scalar.js";
import { suggestion } from "../schema/suggestion.js";
import { TEXT } from "../schema/written-form.js";

/** The codes of ISO 4217 that are in use, by how many decimal places their minor unit has. */
const CODES = {
  0: `
    BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV
    XAF XOF XPF`,
  2: `
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN
    BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF
    CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB
    EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF
    IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR
    LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN
    MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR
    PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS
    SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS
    UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  3: `
    BHD IQD JOD KWD LYD OMR TND`,
  4: `
    CLF UYW`,
};

const PLACES: ReadonlyMap<string, number> = new Map(
  Object.entries(CODES).flatMap(([places, codes]) =>
    codes
      .trim()
      .split(/\s+/)
      .map((code) => [code, Number(places)] as const),
  ),
);

/** A currency by its ISO 4217 code. */
export const currencySchema = scalarThat<string>(
  (value) => typeof value === "string" && PLACES.has(value),
  "currency.unknown",
  "a currency code of ISO 4217",
  currencyAdvice,
  TEXT,
);

/** Says how many decimal places the smallest unit of a currency has: 2 for USD, 0 for JPY; 2 when none is given. */
export function minorUnitPlaces(currency: string | undefined): number {
  return currency === undefined ? 2 : (PLACES.get(currency) ?? 2);
}

function currencyAdvice(value: unknown): string {
  if (typeof value !== "string") return "write a code such as USD";
  const upper = value.toUpperCase();
  if (PLACES.has(upper)) return `write ${upper}`;
  return upper.length <= 4
    ? suggestion(upper, [...PLACES.keys()]).replace(/^write one of .*/, "write a code such as USD")
    : "write a code such as USD";
}
