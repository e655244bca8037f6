// Formulas whose figures are not rounded are read back as text and worked out: both sides must be the same number, with a
// little room for what doubles lose. No code of src is used.

/** The two sides of a formula "calculation = result, rounded up to n"; undefined for a formula without "=". */
export function sidesOf(formula: string): { readonly left: number; readonly right: number } | undefined {
  const [calculation, result] = formula.split(" = ");
  if (calculation === undefined || result === undefined) return undefined;
  return { left: evaluate(calculation), right: evaluate(result.replace(/, rounded up to.*$/, "")) };
}

/** Whether both sides are the same number. */
export function areEqual({ left, right }: { readonly left: number; readonly right: number }): boolean {
  return Math.abs(left - right) <= Math.max(1, Math.abs(left), Math.abs(right)) * 1e-9;
}

function evaluate(text: string): number {
  const tokens = [...text.matchAll(/\d[\d,]*(?:\.\d+)?(?:\/\d+)?%?|[()+−×÷]/g)].map(([token]) => token);
  let at = 0;
  const sum = (): number => {
    let total = product();
    while (tokens[at] === "+" || tokens[at] === "−") total += tokens[at++] === "−" ? -product() : product();
    return total;
  };
  const product = (): number => {
    let total = atom();
    while (tokens[at] === "×" || tokens[at] === "÷") total *= tokens[at++] === "÷" ? 1 / atom() : atom();
    return total;
  };
  const atom = (): number => {
    const token = tokens[at++] ?? "";
    if (token === "−") return -atom();
    if (token !== "(") return figure(token);
    const inner = sum();
    at += 1;
    return inner;
  };
  return sum();
}

function figure(token: string): number {
  const [num = "", den = "1"] = token.replace(/[,%]/g, "").split("/");
  const value = Number(num) / Number(den);
  if (num === "" || Number.isNaN(value))
    throw new Error(`a formula has no figure where one is needed: ${token}`);
  return token.endsWith("%") ? value / 100 : value;
}
