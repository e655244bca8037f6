/** One side of a comparison: does its work so many times and returns a sum of it, so that no work can be left out. */
export interface Side {
  readonly name: string;
  readonly run: (times: number) => number;
}

/** Nanoseconds of one piece of work: the best of several rounds, in which the sides take turns. */
export function race(sides: readonly Side[], times: number, rounds = 25): readonly number[] {
  const best = sides.map(() => Infinity);
  let sink = 0;
  for (let round = 0; round < rounds; round += 1) {
    sides.forEach(({ run }, index) => {
      const start = process.hrtime.bigint();
      sink += run(times);
      const each = Number(process.hrtime.bigint() - start) / times;
      // The first rounds are for the compiler.
      if (round >= 3) best[index] = Math.min(best[index] ?? Infinity, each);
    });
  }
  if (Number.isNaN(sink)) throw new Error("race requires sides that return numbers; got NaN");
  return best;
}

/** Prints how one side compares with another, and whether that is what is promised. */
export function line(name: string, ratio: number, atMost: number, detail: string): void {
  const verdict = ratio <= atMost ? "ok  " : "MISS";
  console.log(
    `${verdict} ${name.padEnd(58)} ${figure(ratio).padStart(8)} (at most ${figure(atMost)})  ${detail}`,
  );
}

/** Prints that something is so many times faster than another. */
export function fasterLine(name: string, ratio: number, atLeast: number, detail: string): void {
  const verdict = ratio >= atLeast ? "ok  " : "MISS";
  console.log(
    `${verdict} ${name.padEnd(58)} ${figure(ratio).padStart(8)} (at least ${figure(atLeast)})  ${detail}`,
  );
}

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** A time in words: 12 ns, 3.4 µs, 5.6 ms. */
export function time(nanoseconds: number): string {
  if (nanoseconds < 1e3) return `${nanoseconds.toFixed(0)} ns`;
  if (nanoseconds < 1e6) return `${(nanoseconds / 1e3).toFixed(1)} µs`;
  return `${(nanoseconds / 1e6).toFixed(2)} ms`;
}
