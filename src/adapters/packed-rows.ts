import type { JourneyState } from "../history/journeys/journey.js";
import { DEAL_DATES, type DealFacts, type EnteredFact, type RowFacts } from "./deal-facts.js";
import type { Binding } from "./binding.js";

/** Where a number is not known. No code, index or row is so small. */
const NONE = -(2 ** 31);
/** Whole numbers of a chunk: a row may begin in one and end in the next. */
const CHUNK = 2 ** 16;
/** The most different words that are told apart; further ones are kept as they come. */
const MOST_WORDS = 200_000;

const STATES: readonly (JourneyState | undefined)[] = [undefined, "open", "won", "lost"];

/**
 * What rows say, as whole numbers in a few large arrays: ten million rows of a history take 24 bytes each, where ten million
 * objects would take five times as many. Rows of one deal are linked, the latest first.
 */
export class PackedRows {
  readonly #numbers = new Numbers();
  /** Owner, channel, value and currency of deals, four words each; rows that repeat those of the row before share them. */
  readonly #texts = new Numbers();
  readonly #words = new Words();
  /** For each deal, where its latest row begins. In the order in which deals appear. */
  readonly #latest = new Map<string, number>();
  readonly #bindings: Binding[] = [];

  /** Says what the columns of a table mean, before its rows come. */
  begin(binding: Binding): void {
    this.#bindings[binding.table] = binding;
  }

  /** Adds a row to its deal. */
  add(id: string, row: RowFacts): void {
    const numbers = this.#numbers;
    const before = this.#latest.get(id) ?? NONE;
    this.#latest.set(before === NONE ? apart(id) : id, numbers.length);
    numbers.push(before);
    numbers.push(row.row);
    numbers.push(row.binding.table);
    numbers.push(row.target ?? NONE);
    numbers.push(row.on ?? NONE);
    numbers.push(this.#textsOf(row, before));
    if (row.binding.layout === "deals" && row.deal !== undefined) this.#addDeal(row.deal);
  }

  /** Deals in the order in which they first appear. */
  ids(): Iterable<string> {
    return this.#latest.keys();
  }

  /** The rows of a deal, the first in the file first. */
  rowsOf(id: string): readonly RowFacts[] {
    const rows: RowFacts[] = [];
    for (let at = this.#latest.get(id) ?? NONE; at !== NONE; at = this.#numbers.at(at))
      rows.push(this.#row(at));
    return rows.length > 1 ? rows.reverse() : rows;
  }

  #textsOf({ owner, channel, value, currency }: RowFacts, before: number): number {
    const [texts, words] = [this.#texts, this.#words];
    const said = [owner, channel, value, currency].map((text) =>
      text === undefined ? NONE : words.of(text),
    );
    const last = before === NONE ? NONE : this.#numbers.at(before + 5);
    if (last !== NONE && said.every((word, index) => texts.at(last + index) === word)) return last;
    const at = texts.length;
    for (const word of said) texts.push(word);
    return at;
  }

  #addDeal({ dates, entered, status, probability }: DealFacts): void {
    const numbers = this.#numbers;
    numbers.push(STATES.indexOf(status));
    numbers.push(probability === undefined ? NONE : this.#words.of(probability));
    for (const role of DEAL_DATES) numbers.push(dates[role] ?? NONE);
    numbers.push(entered.length);
    for (const { target, column, code } of entered) {
      numbers.push(target);
      numbers.push(column);
      numbers.push(code);
    }
  }

  #row(at: number): RowFacts {
    const [numbers, texts] = [this.#numbers, this.#texts];
    const binding = this.#bindings[numbers.at(at + 2)];
    if (binding === undefined) throw new TypeError("rows require a table that has begun");
    const said = numbers.at(at + 5);
    return {
      row: numbers.at(at + 1),
      binding,
      target: known(numbers.at(at + 3)),
      on: known(numbers.at(at + 4)),
      owner: this.#text(texts.at(said)),
      channel: this.#text(texts.at(said + 1)),
      value: this.#text(texts.at(said + 2)),
      currency: this.#text(texts.at(said + 3)),
      deal: binding.layout === "deals" ? this.#deal(at + 6) : undefined,
    };
  }

  #deal(at: number): DealFacts {
    const numbers = this.#numbers;
    const dates: Partial<Record<(typeof DEAL_DATES)[number], number>> = {};
    DEAL_DATES.forEach((role, index) => {
      const code = numbers.at(at + 2 + index);
      if (code !== NONE) dates[role] = code;
    });
    const first = at + 2 + DEAL_DATES.length;
    const entered: EnteredFact[] = [];
    for (let index = 0; index < numbers.at(first); index += 1) {
      const from = first + 1 + 3 * index;
      entered.push({ target: numbers.at(from), column: numbers.at(from + 1), code: numbers.at(from + 2) });
    }
    return {
      dates,
      entered,
      status: STATES[numbers.at(at)],
      probability: this.#text(numbers.at(at + 1)),
    };
  }

  #text(word: number): string | undefined {
    return word === NONE ? undefined : this.#words.at(word);
  }
}

function known(number: number): number | undefined {
  return number === NONE ? undefined : number;
}

/** A list of whole numbers that grows without being copied. */
class Numbers {
  readonly #chunks: Int32Array[] = [];
  #last = new Int32Array(0);
  length = 0;

  push(number: number): void {
    const place = this.length % CHUNK;
    if (place === 0) this.#chunks.push((this.#last = new Int32Array(CHUNK)));
    this.#last[place] = number;
    this.length += 1;
  }

  at(index: number): number {
    return this.#chunks[Math.floor(index / CHUNK)]?.[index % CHUNK] ?? NONE;
  }
}

/** Texts by number, each once: owners and channels repeat in every row. */
class Words {
  readonly #texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(text: string): number {
    const before = this.#numbers.get(text);
    if (before !== undefined) return before;
    const own = apart(text);
    this.#texts.push(own);
    if (this.#numbers.size < MOST_WORDS) this.#numbers.set(own, this.#texts.length - 1);
    return this.#texts.length - 1;
  }

  at(number: number): string {
    return this.#texts[number] ?? "";
  }
}

/** From this length on a part of a text may be a view of the whole. */
const VIEW = 13;
/** Longer texts are rare, and left as they are. */
const LONGEST_COPY = 1000;

/** A copy of a text: a cell may be a view of the piece of the file it was cut from, which would then stay in memory. */
function apart(text: string): string {
  if (text.length < VIEW || text.length > LONGEST_COPY) return text;
  const codes = new Array<number>(text.length);
  for (let at = 0; at < text.length; at += 1) codes[at] = text.charCodeAt(at);
  return String.fromCharCode(...codes);
}
