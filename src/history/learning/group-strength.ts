import type { Estimate } from "./estimate.js";

/** Fewer groups do not tell how much they differ; then each is mixed with this many deals. */
const ENOUGH = 4;
const UNKNOWN = 20;
/** The strongest pull: groups that differ by luck only are the whole, as far as anyone can see. */
const STRONGEST = 1_000_000;

/**
 * With how many deals of the whole is each group mixed? As many as the differences between groups beyond luck ask for.
 *
 * With s² the variance between groups' true rates, strength = p(1 − p) ÷ s² − 1, the size of the beta-binomial prior. s² is
 * what the weighted sum of squares Q of the groups' rates exceeds its mean under luck, k − 1, with one standard deviation of
 * it added, √(2(k − 1)): few groups tell little about how much they differ, and too weak a pull errs less than too strong a one.
 *
 * Source: R. DerSimonian and N. Laird, "Meta-analysis in clinical trials", Controlled Clinical Trials 7 (1986), 177–188.
 */
export function groupStrength(groups: readonly Pick<Estimate, "rate" | "size">[]): number {
  if (groups.length < ENOUGH) return UNKNOWN;
  const sizes = groups.reduce((sum, { size }) => sum + size, 0);
  const mean = groups.reduce((sum, { rate, size }) => sum + rate * size, 0) / sizes;
  const luck = mean * (1 - mean);
  if (luck <= 0) return STRONGEST;
  const squares = groups.reduce((sum, { rate, size }) => sum + size * (rate - mean) ** 2, 0) / luck;
  const free = groups.length - 1;
  const scale = (sizes - groups.reduce((sum, { size }) => sum + size * size, 0) / sizes) / luck;
  const between = Math.max(0, squares - free + Math.sqrt(2 * free)) / scale;
  if (between <= 0) return STRONGEST;
  return Math.min(STRONGEST, Math.max(0, Math.round((luck / between - 1) * 100) / 100));
}
