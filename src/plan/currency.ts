import { scalarThat } from "../schema/scalar.js";
import { suggestion } from "../schema/suggestion.js";

/**
 * ISO 4217 codes in use, by their first letter. A digit behind the other two says how many decimal places the minor unit
 * has where they are not two.
 */
const CODES = {
  A: "ED FN LL MD NG OA RS UD WG ZN",
  B: "AM BD DT GN HD3 IF0 MD ND OB OV RL SD TN WP YN ZD",
  C: "AD DF HE HF HW LP0 NY OP OU RC UP VE ZK LF4",
  D: "JF0 KK OP ZD",
  E: "GP RN TB UR",
  F: "JD KP",
  G: "BP EL HS IP MD NF0 TQ YD",
  H: "KD NL TG UF",
  I: "DR LS NR QD3 RR SK0",
  J: "MD OD3 PY0",
  K: "ES GS HR MF0 PW RW0 WD3 YD ZT",
  L: "AK BP KR RD SL YD3",
  M: "AD DL GA KD MK NT OP RU UR VR WK XN XV YR ZN",
  N: "AD GN IO OK PR ZD",
  O: "MR3",
  P: "AB EN GK HP KR LN YG0",
  Q: "AR",
  R: "ON SD UB WF0",
  S: "AR BD CR DG EK GD HP LE OS RD SP TN VC YP ZL",
  T: "HB JS MT ND3 OP RY TD WD ZS",
  U: "AH GX0 SD SN YI0 YU YW4 ZS",
  V: "ED ES ND0 UV0",
  W: "ST",
  X: "AF0 CD CG OF0 PF0",
  Y: "ER",
  Z: "AR MW WG",
};

const PLACES: ReadonlyMap<string, number> = new Map(
  Object.entries(CODES).flatMap(([letter, others]) =>
    others.split(" ").map((rest) => [letter + rest.slice(0, 2), Number(rest[2] ?? 2)] as const),
  ),
);

/** A currency by its ISO 4217 code. */
export const currencySchema = scalarThat<string>(
  (value) => PLACES.has(value as string),
  "currency.unknown",
  "a currency code of ISO 4217",
  currencyAdvice,
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
