interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

/** What Stryker writes, as far as it is read here. */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
}

export interface MutationScore {
  /** Noticed changes, in per cent of those that count. */
  readonly score: number;
  readonly noticed: number;
  readonly counted: number;
  /** A line for each change that nothing noticed. */
  readonly survivors: readonly string[];
}

const NOTICED = new Set(["Killed", "Timeout"]);
const MISSED = new Set(["Survived", "NoCoverage"]);

/** How many of the changes the tests noticed. A change that does not compile or that a comment leaves out does not count. */
export function scoreOf(report: MutationReport): MutationScore {
  const all = Object.entries(report.files).flatMap(([file, { mutants }]) =>
    mutants.map((mutant) => ({ file, mutant })),
  );
  const noticed = all.filter(({ mutant }) => NOTICED.has(mutant.status)).length;
  const missed = all.filter(({ mutant }) => MISSED.has(mutant.status));
  const counted = noticed + missed.length;
  const survivors = missed.map(({ file, mutant }) => {
    const { line, column } = mutant.location.start;
    const instead = (mutant.replacement ?? "").replace(/\s+/g, " ").slice(0, 80);
    return `${file}:${line}:${column} ${mutant.mutatorName} (${mutant.status}): ${instead}`;
  });
  return { score: counted === 0 ? 100 : (100 * noticed) / counted, noticed, counted, survivors };
}
