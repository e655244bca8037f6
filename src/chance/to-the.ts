/** A value times itself so many times; 1 for none. Engines differ in what `**` comes to. */
export function toThe(value: number, times: number): number {
  let product = 1;
  for (let time = 0; time < times; time += 1) product *= value;
  return product;
}
