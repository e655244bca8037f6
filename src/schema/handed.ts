/** What a renderer may be handed, and keys by which it is told from all the others. */
const KINDS = {
  "an answer of solve": ["plan", "status", "targets"],
  "an answer of forecast": ["plan", "atEnd"],
  "an answer of track": ["asOf", "outcome", "gap"],
  "an answer of replan": ["asOf", "changes", "solution"],
  "an answer of scorecard": ["rows", "hit", "missed"],
  "an answer of check": ["ok", "cases", "failures"],
  "an answer of levers": ["now", "levers"],
  "an answer of solveFor": ["path", "status", "limit"],
  "an answer of compare": ["scenarios"],
  "an answer of align": ["conflicts", "handoffs"],
  "an answer of personalTargets": ["people", "sums"],
  "an answer of explain": ["path", "says", "inputs"],
  "an answer of backtest": ["held", "periods"],
  "the answers of a plan": ["answer"],
  "a report": ["title", "sections"],
  "a picture": ["kind", "title"],
  "a plan": ["goal", "funnel"],
  "a list of rows": ["length"],
} as const satisfies Record<string, readonly string[]>;

/** One of the kinds of value that renderers are handed. */
type HandedKind = keyof typeof KINDS;

/**
 * Refuses a value that is none of the kinds that a function draws or writes: a plan where its answer is wanted, say.
 *
 * @throws TypeError that names the function, the kinds it takes, and what the value seems to be
 */
export function requireHanded(verb: string, wanted: readonly HandedKind[], value: unknown): void {
  if (wanted.some((kind) => isOfKind(value, kind))) return;
  throw new TypeError(`${verb} requires ${wanted.join(" or ")}; got ${seen(value)}`);
}

function isOfKind(value: unknown, kind: HandedKind): boolean {
  return typeof value === "object" && value !== null && KINDS[kind].every((key) => key in value);
}

function seen(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (typeof value !== "object") return `a ${typeof value}`;
  const kinds: readonly HandedKind[] = [
    ...new Set(
      Object.entries(KINDS).flatMap(([kind]) => (isHandedKind(kind) && isOfKind(value, kind) ? [kind] : [])),
    ),
  ];
  return kinds[0] ?? "something else";
}

function isHandedKind(kind: string): kind is HandedKind {
  return kind in KINDS;
}
