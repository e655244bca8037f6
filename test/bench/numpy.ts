/**
 * A million what-ifs: a compiled plan, one by one, against numpy, all at once; and how many of numpy's whole numbers are not the
 * exact ones. Run with `npx tsx test/bench/numpy.ts [python]`, a Python that has numpy.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "../../src/solve/compile.js";
import { time } from "./race.js";

const MANY = 1_000_000;
const RATES = ["31%", "42%", "35%", "50%", "80%", "24%"] as const;
const ROUNDS = 5;

const model = compile({
  goal: { metric: "customers", amount: 40, period: { workingDays: 20 } },
  funnel: RATES.map((rate, index) => ({ stage: `stage ${index}`, rate })),
});

const folder = mkdtempSync(join(tmpdir(), "numpy-"));
const script = `
import sys, time, numpy
rates = [0.31, 0.42, 0.35, 0.5, 0.8, 0.24]
tried = numpy.arange(1, ${MANY} + 1) / ${MANY}
best = None
for _ in range(${ROUNDS}):
    begun = time.perf_counter_ns()
    units = numpy.full(${MANY}, 40.0)
    totals = []
    for stage in reversed(range(len(rates))):
        units = units / (tried if stage == 2 else rates[stage])
        totals.append(numpy.ceil(units))
    spent = time.perf_counter_ns() - begun
    best = spent if best is None else min(best, spent)
totals[-1].tofile(sys.argv[1])
print(best, numpy.__version__)
`;

try {
  const file = join(folder, "totals");
  const { stdout, stderr, status } = spawnSync(process.argv[2] ?? "python3", ["-c", script, file], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the bench requires a Python with numpy; got ${stderr}`);
  const [nanoseconds = "", version = ""] = stdout.trim().split(" ");
  const float = new Float64Array(new Uint8Array(readFileSync(file)).buffer);

  const exact = new Float64Array(MANY);
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = process.hrtime.bigint();
    for (let index = 0; index < MANY; index += 1) {
      const volumes = model.volumes([{ path: ["funnel", 2, "rate"], to: (index + 1) / MANY }]);
      exact[index] = volumes?.totals[0] ?? NaN;
    }
    best = Math.min(best, Number(process.hrtime.bigint() - begun));
  }
  const wrong = exact.reduce((count, most, index) => (most === float[index] ? count : count + 1), 0);
  console.log(
    `a compiled plan ÷ numpy ${version}: ${(best / Number(nanoseconds)).toFixed(1)} ` +
      `(${time(best / MANY)} ÷ ${time(Number(nanoseconds) / MANY)} each); ` +
      `${wrong} of numpy's ${MANY} whole numbers of the first stage are not exact`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
