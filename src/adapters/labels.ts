import type { StagePath } from "../history/journeys/paths.js";
import { listPathStages } from "../history/journeys/paths.js";
import { folded } from "./cell.js";
import type { Mapping } from "./mapping.js";

/** What a label of a file stands for: a stage by its index, or one of these. */
export const WON = -1;
export const LOST = -2;
/** Left out on purpose: mapped to null. */
export const LEFT_OUT = -3;
/** A stage that nobody knows: from that day on nobody knows where the deal is. */
export const UNPLACED = -4;

const CLOSED_WORDS: Readonly<Record<string, number>> = {
  won: WON,
  "closed won": WON,
  closedwon: WON,
  lost: LOST,
  "closed lost": LOST,
  closedlost: LOST,
};

/** Signs that people put between words, or before them to keep an order: `Closed-Won`, `6 - Closed Won`, `3) Proposal`. */
function bare(name: string): string {
  return name
    .slice(0, LONGEST)
    .replace(/^\d{1,3} ?[-.):\u2013\u2014]/, "")
    .replace(/[-_/.:!\u2013\u2014]/g, " ")
    .replace(/ +/g, " ")
    .trim();
}

/** No name of a stage is longer. */
const LONGEST = 200;

/** Knows what the labels of a file stand for. */
export class Labels {
  /** Every stage of the funnel once, in order; targets are indexes into it. */
  readonly stages: readonly string[];
  /** Stages that `stages` of the mapping leads to. */
  readonly mapped: ReadonlySet<number>;
  /** Names in the mapping that are no stage of the funnel, each with the label that leads there. */
  readonly strange: readonly (readonly [label: string, stage: string])[];
  readonly #targets = new Map<string, number>();
  readonly #known = new Map<string, number | undefined>();
  /** What bare names stand for; undefined where several targets have the same. */
  readonly #bare = new Map<string, number | undefined>();

  constructor(paths: readonly StagePath[], { stages = {} }: Pick<Mapping, "stages">) {
    this.stages = listPathStages(paths);
    for (const [word, target] of Object.entries(CLOSED_WORDS)) this.#targets.set(word, target);
    this.stages.forEach((stage, index) => this.#targets.set(folded(stage), index));
    const strange: [string, string][] = [];
    const mapped = new Set<number>();
    for (const [label, stage] of Object.entries(stages)) {
      const target = this.targetOf(stage);
      if (target === undefined) strange.push([label, stage ?? ""]);
      else this.#targets.set(folded(label), target);
      if (target !== undefined && target >= 0) mapped.add(target);
    }
    for (const [name, target] of this.#targets) {
      const plain = bare(name);
      this.#bare.set(plain, this.#bare.has(plain) && this.#bare.get(plain) !== target ? undefined : target);
    }
    this.strange = strange;
    this.mapped = mapped;
  }

  /** What each label that is known stands for; labels are folded. */
  get targets(): ReadonlyMap<string, number> {
    return this.#targets;
  }

  /** The index of a stage of the funnel, or how a deal ended; undefined for a name that is neither. */
  targetOf(stage: string | null): number | undefined {
    if (stage === null) return LEFT_OUT;
    if (stage === "won") return WON;
    if (stage === "lost") return LOST;
    const index = this.stages.indexOf(stage);
    return index < 0 ? undefined : index;
  }

  /** What a label of the file stands for, with or without its pipeline in parentheses; undefined for an unknown one. */
  read(label: string): number | undefined {
    if (this.#known.has(label)) return this.#known.get(label);
    const name = folded(label);
    const target =
      this.#targets.get(name) ?? this.#targets.get(withoutParentheses(name)) ?? this.#readBare(name);
    if (this.#known.size < 10_000) this.#known.set(label, target);
    return target;
  }

  /** The same where people write signs between words, or a reason behind how a deal ended: `Closed Lost - Price`. */
  #readBare(name: string): number | undefined {
    const plain = bare(withoutParentheses(name));
    const own = this.#bare.get(plain);
    if (own !== undefined) return own;
    const ended = /^closed (won|lost) /.exec(plain);
    return ended === null ? undefined : this.#bare.get(ended[0].trimEnd());
  }
}

/** A name without what stands in parentheses at its end. */
function withoutParentheses(name: string): string {
  const from = name.endsWith(")") ? name.lastIndexOf("(") : -1;
  return from < 0 || name.indexOf(")", from) < name.length - 1 ? name : name.slice(0, from).trimEnd();
}
