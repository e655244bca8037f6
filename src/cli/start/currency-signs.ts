/** Currencies by the sign that is typed for them; every other sign is taken as a code. */
export const CURRENCIES_BY_SIGN: ReadonlyMap<string, string> = new Map([
  ["$", "USD"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["¥", "JPY"],
  ["₹", "INR"],
]);
