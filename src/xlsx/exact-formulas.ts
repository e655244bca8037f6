/** A fraction as two cells (or whole numbers) of a sheet. */
export interface FractionCells {
  readonly num: string;
  readonly den: string;
}

/** Below this a quotient of whole numbers that is not whole shows it within the 15 digits that spreadsheets keep. */
const MOST = "100000000000000";

/**
 * The product of two fractions in lowest terms, as formulas of whole numbers alone: crosswise common divisors are taken out
 * before anything is multiplied. Both must be in lowest terms themselves.
 */
export function productFormulas(one: FractionCells, other: FractionCells): FractionCells {
  const part = (num: string, den: string): string => `${num}/GCD(${num},${den})`;
  return {
    num: `${part(one.num, other.den)}*${part(other.num, one.den)}`,
    den: `${part(one.den, other.num)}*${part(other.den, one.num)}`,
  };
}

/** A fraction the other way round. */
export function flipped({ num, den }: FractionCells): FractionCells {
  return { num: den, den: num };
}

/** Whether a fraction is small enough that it is rounded up for certain. */
export function isProvedFormula({ num, den }: FractionCells): string {
  return `AND(${num}<${MOST},${den}<${MOST})`;
}

/** A fraction rounded up. No quotient of decimals is rounded: the whole part is taken, and the product looked at. */
export function ceilingFormula({ num, den }: FractionCells): string {
  const whole = `INT((${num})/(${den}))`;
  return `${whole}+IF(${whole}*(${den})<(${num}),1,0)`;
}

/** A fraction rounded up where that is certain, else what 15 digits say of a quotient of decimals. */
export function guardedCeilingFormula(fraction: FractionCells, quotient: string): string {
  const near = `ABS(${quotient}-ROUND(${quotient},0))>0.000000000001*(${quotient})`;
  const otherwise = `IF(${near},ROUNDUP(${quotient},0),ROUND(${quotient},0))`;
  return `IFERROR(IF(${isProvedFormula(fraction)},${ceilingFormula(fraction)},${otherwise}),${otherwise})`;
}

/** "yes" where rounding up is certain, else "check". */
export function provedFormula(fraction: FractionCells): string {
  return `IFERROR(IF(${isProvedFormula(fraction)},"yes","check"),"check")`;
}

/** A decimal of so many steps a unit (100 for cents) in lowest terms. */
export function decimalFormulas(cell: string, steps: number): FractionCells {
  const whole = `ROUND(${cell}*${steps},0)`;
  return { num: `${whole}/GCD(${whole},${steps})`, den: `${steps}/GCD(${whole},${steps})` };
}
