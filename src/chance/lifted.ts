import { at } from "../number/invariant.js";
import type { ChanceModel, Work } from "./chance-model.js";
import { chanceOf } from "./evaluate.js";
import type { Case, Node, Part, Sweep } from "./sweep.js";
import { undecidedShare } from "./undecided.js";

/** So little of all cases matters to no answer. */
const NOTHING = 1e-10;

/**
 * Between places that are a step apart a kink is missed by at most a twelfth of weight · step · change of slope; a quarter of that
 * is told, three times as much. Where the change of slope cannot be measured, the gain over two steps is at least step · change of
 * slope.
 */
const MISSED = 4;
/** Slopes beside a kink are measured over this part of the step between the places. */
const BESIDE = 1e-3;

/** One of several places in rising order, and how the goal stands there. */
interface Place {
  readonly weight: number;
  /** How many groups of units have their chance lifted to 1 here. */
  readonly lifted: number;
  readonly chance: () => number;
  /** Where what lies between the places can be looked at too. */
  readonly along?: Along;
}

/** How the goal stands with a place anywhere between its neighbours, as far as new work goes. */
interface Along {
  readonly at: number;
  /** Where new work has its kinks. */
  readonly kinks: readonly number[];
  /** How many other groups are lifted here: their kinks cannot be looked at. */
  readonly others: number;
  readonly chanceAt: (at: number) => number;
}

/**
 * How wrong may a chance be because places do not see where the factor of the period lifts a unit's chance to 1?
 *
 * There the chance of the goal has a kink. Rules of places are made for what is smooth: two of them can agree and both be
 * wrong. So for each kink: a quarter of the larger weight of the places around it, times their distance, times by how much the
 * slope changes at the kink; where that cannot be measured, times what the chance of the goal gains up to the place after it, from
 * two places before.
 *
 * @returns 0 without a spread, or where nothing is lifted
 */
export function liftedError(model: ChanceModel, sweep: Sweep, work: Work): number {
  if (model.spread <= 0) return 0;
  const chanceWith = (roots: readonly Part[], factor: number): number =>
    chanceOf(model, { ...sweep, cases: [{ weight: 1, factor, roots }] }, work);
  const inCases = sweep.cases.reduce((sum, { weight, factor, roots }) => {
    if (weight < NOTHING) return sum;
    const inRoots = roots.map((root) =>
      errorIn(root, { model, work, factor }, weight, (pinned) =>
        chanceWith(
          roots.map((each) => (each === root ? pinned : each)),
          factor,
        ),
      ),
    );
    return sum + inRoots.reduce((all, each) => all + each, 0);
  }, 0);
  return inCases + amongFactors(sweep.cases, model, work, chanceWith);
}

interface Question {
  readonly model: ChanceModel;
  readonly work: Work;
  readonly factor: number;
}

/** Kinks along the outer cases: of parts that have a single place, so that only the factor moves them. */
function amongFactors(
  cases: readonly Case[],
  model: ChanceModel,
  work: Work,
  chanceWith: (roots: readonly Part[], factor: number) => number,
): number {
  let error = 0;
  let run: Place[] = [];
  let before = 0;
  for (const { weight, factor, roots } of cases) {
    // The next combination of shared rates begins with the lowest factor.
    if (factor <= before) [error, run] = [error + errorOfKinks(run), []];
    before = factor;
    const question = { model, work, factor };
    const lifted = liftedBy(roots, question);
    const along: Along = {
      at: factor,
      kinks: roots.flatMap((root) =>
        root.nodes.length === 1 ? kinksOf(root, question, at(root.nodes, 0).chance) : [],
      ),
      others:
        lifted -
        roots.reduce(
          (all, root) => all + (root.nodes.length === 1 ? newLifted(root, at(root.nodes, 0), question) : 0),
          0,
        ),
      chanceAt: (place) => chanceWith(roots, place),
    };
    run.push({ weight, lifted, chance: () => chanceWith(roots, factor), along });
  }
  return error + errorOfKinks(run);
}

/** Kinks along the places of this part, and of those that join it. */
function errorIn(
  part: Part,
  question: Question,
  weight: number,
  chanceWith: (pinned: Part) => number,
): number {
  const nodes = part.nodes.length > 1 ? [...part.nodes].sort((a, b) => a.chance - b.chance) : part.nodes;
  const pin = (node: Node): Part => ({ ...part, nodes: [{ ...node, weight: 1 }] });
  let error = errorOfKinks(
    nodes.map((node) => ({
      weight: weight * node.weight,
      lifted: liftedAt(part, node, question),
      chance: () => chanceWith(pin(node)),
      // What joins was worked out for this place alone.
      ...(node.branches.length > 0
        ? {}
        : { along: alongPart(part, node, question, (place) => chanceWith(pin(place))) }),
    })),
  );
  for (const node of nodes) {
    if (weight * node.weight < NOTHING) continue;
    for (const branch of node.branches)
      error += errorIn(branch, question, weight * node.weight, (pinned) =>
        chanceWith(
          pin({ ...node, branches: node.branches.map((each) => (each === branch ? pinned : each)) }),
        ),
      );
  }
  return error;
}

/** How far places in rising order may be wrong together because of the kinks between them. */
export function errorOfKinks(places: readonly Place[]): number {
  let error = 0;
  for (let place = 1; place < places.length; place += 1) {
    const [low, high] = [at(places, place - 1), at(places, place)];
    const weight = Math.max(low.weight, high.weight);
    if (low.lifted === high.lifted || weight < NOTHING) continue;
    const gain = Math.abs(high.chance() - at(places, Math.max(0, place - 2)).chance());
    error += (weight * Math.min(gain, bendBetween(low, high) ?? gain)) / MISSED;
  }
  return error;
}

/** The distance of two places times by how much the slope changes at the kinks between them; undefined where that is not known. */
function bendBetween({ along: low }: Place, { along: high }: Place): number | undefined {
  if (low === undefined || low.others !== high?.others) return undefined;
  const step = high.at - low.at;
  const near = step * BESIDE;
  const kinks = high.kinks.filter((kink) => kink > low.at - near && kink < high.at + near);
  const bendOf = (chanceAt: Along["chanceAt"]): number =>
    kinks.reduce((all, kink) => {
      const now = chanceAt(kink);
      return all + Math.abs((now - chanceAt(kink - near)) / near - (chanceAt(kink + near) - now) / near);
    }, 0);
  // The two differ where a pipeline was worked out for each place.
  return step * Math.max(bendOf(low.chanceAt), bendOf(high.chanceAt));
}

function alongPart(part: Part, node: Node, question: Question, chanceWith: (node: Node) => number): Along {
  return {
    at: node.chance,
    kinks: kinksOf(part, question, question.factor),
    others: liftedAt(part, node, question) - newLifted(part, node, question),
    chanceAt: (chance) => chanceWith({ ...node, chance }),
  };
}

/** Where `other` times the place times the share that lands comes to 1, for each day on which there is new work. */
function kinksOf({ stage, landing }: Part, { work }: Question, other: number): number[] {
  const counts = work[stage] ?? [];
  return landing.flatMap((share, group) =>
    (counts[group] ?? 0) > 0 && other * share > 0 ? [1 / (other * share)] : [],
  );
}

function liftedBy(parts: readonly Part[], question: Question): number {
  return parts.reduce(
    (all, part) => all + (part.nodes.length === 1 ? liftedAt(part, at(part.nodes, 0), question) : 0),
    0,
  );
}

/** On how many days new work is lifted. */
function newLifted(
  { stage, landing }: Part,
  { chance }: Pick<Node, "chance">,
  { work, factor }: Question,
): number {
  const counts = work[stage] ?? [];
  return landing.filter((share, group) => (counts[group] ?? 0) > 0 && factor * chance * share > 1).length;
}

/** New work, open work, and what joins with a single place: what has more places has its kinks along them. */
function liftedAt(part: Part, { chance, branches }: Node, question: Question): number {
  const { model, factor } = question;
  let lifted = newLifted(part, { chance }, question);
  // From the stage that work enters on to the win: each later stage has a higher chance.
  let later = factor * chance;
  for (let stage: number | null = part.stage; stage !== null && later > 0;) {
    const { open, rate, next }: ChanceModel["stages"][number] = at(model.stages, stage);
    for (const { count, landing, ...soFar } of open) {
      const left = undecidedShare(meanOf(rate, model), soFar);
      if (count > 0 && left > 0 && (later * landing) / left > 1) lifted += 1;
    }
    later /= meanOf(rate, model);
    stage = next;
  }
  return lifted + liftedBy(branches, question);
}

function meanOf(rate: ChanceModel["stages"][number]["rate"], { shared }: ChanceModel): number {
  if ("known" in rate) return rate.known;
  const { won, lost } = "won" in rate ? rate : at(shared, rate.shared);
  return won / (won + lost);
}
