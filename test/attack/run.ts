/**
 * Attacks every way in with mutated plans, YAML, snapshots, tables, mappings, addresses and arguments: `npm run attack`.
 * `npm run attack -- 1000000 7 csv` makes a million from seed 7 on, of one kind. Exits with 1 where something was found.
 */
import { attack } from "./attack.js";

const [count = "20000", seed = "1", only] = process.argv.slice(2);
const tallies = await attack(Number(count), Number(seed), only);
for (const { name, count: made, slowest, finds } of tallies) {
  console.log(
    `${name.padEnd(10)} ${String(made).padStart(9)} inputs, ${finds.length} finds; slowest ${slowest.seconds.toFixed(2)} s (seed ${slowest.seed})`,
  );
  const kinds = new Map<string, { seed: number; fed: unknown; times: number }>();
  for (const { what, seed: at, fed } of finds) {
    const known = kinds.get(what.slice(0, 300));
    if (known === undefined) kinds.set(what.slice(0, 300), { seed: at, fed, times: 1 });
    else known.times += 1;
  }
  for (const [what, { seed: at, fed, times }] of kinds)
    console.log(`  ${times} × from seed ${at}: ${what}\n    ${JSON.stringify(fed).slice(0, 600)}`);
}
process.exitCode = tallies.some(({ finds }) => finds.length > 0) ? 1 : 0;
