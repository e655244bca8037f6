// Formulas are read back as text and worked out in intervals: a figure that is shown as "about 66.67" may be anything
// from 66.665 to 66.675, one without "about" is what it says. No code of src is used.

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The two sides of a formula "calculation = result, rounded up to n"; undefined for a formula without "=". */
export function sidesOf(formula: string): { readonly left: Interval; readonly right: Interval } | undefined {
  const [calculation, result] = formula.split(" = ");
  if (calculation === undefined || result === undefined) return undefined;
  return { left: evaluate(calculation), right: evaluate(result.replace(/, rounded up to.*$/, "")) };
}

/** Whether both sides can be the same number, with a little room for what doubles lose. */
export function canBeEqual({ left, right }: { readonly left: Interval; readonly right: Interval }): boolean {
  const size = Math.max(1, Math.abs(left.low), Math.abs(left.high), Math.abs(right.low)) * 1e-9;
  return left.low <= right.high + size && right.low <= left.high + size;
}

function evaluate(text: string): Interval {
  const tokens = [...text.matchAll(/(about )?-?\d[\d,]*(?:\.\d+)?%?|[()+−×÷]/g)].map(([token]) => token);
  let at = 0;
  const sum = (): Interval => {
    let total = product();
    while (tokens[at] === "+" || tokens[at] === "−") {
      const minus = tokens[at++] === "−";
      const next = product();
      total = minus
        ? { low: total.low - next.high, high: total.high - next.low }
        : { low: total.low + next.low, high: total.high + next.high };
    }
    return total;
  };
  const product = (): Interval => {
    let total = atom();
    while (tokens[at] === "×" || tokens[at] === "÷") {
      const isDivision = tokens[at++] === "÷";
      const next = atom();
      total = isDivision ? quotient(total, next) : times(total, next);
    }
    return total;
  };
  const atom = (): Interval => {
    const token = tokens[at++] ?? "";
    if (token !== "(") return figure(token);
    const inner = sum();
    at += 1;
    return inner;
  };
  return sum();
}

function figure(token: string): Interval {
  const percent = token.endsWith("%");
  const value = Number(token.replace(/about |,|%/g, ""));
  if (Number.isNaN(value)) throw new Error(`a formula has no figure where one is needed: ${token}`);
  const room = token.startsWith("about") ? 0.00501 : 0;
  const scale = percent ? 100 : 1;
  return { low: (value - room) / scale, high: (value + room) / scale };
}

function times(a: Interval, b: Interval): Interval {
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return { low: Math.min(...corners), high: Math.max(...corners) };
}

function quotient(a: Interval, b: Interval): Interval {
  if (b.low <= 0 && b.high >= 0) return { low: -Infinity, high: Infinity };
  return times(a, { low: 1 / b.high, high: 1 / b.low });
}
