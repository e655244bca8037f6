import { issueAt, type Issue, type Path, type Problem } from "./issue.js";

/** Far deeper than any plan is; deeper data would exhaust the stack of whoever walks it. */
const DEEPEST = 100;
/** Far more values than any plan or snapshot holds: objects that are shared again and again multiply without end. */
export const MOST_VALUES = 500_000;
/** How much is copied. */
interface CopyLimits {
  /** Values of any kind. */
  readonly values?: number;
  /** Characters of a text or a key. */
  readonly characters?: number;
  /** Digits of a number, also of one that is written as a text, its exponent written out; without a limit they are not counted. */
  readonly digits?: number;
}

/** A deep, frozen copy of what was handed in, or what makes it no plain data. */
interface PlainCopy {
  readonly data: unknown;
  readonly issues: readonly Issue[];
}

/**
 * Copies plain data (what JSON can say) and freezes the copy. Members that are undefined are left out: absent and
 * undefined are the same. Dates, functions, classes, symbols, cycles and data nested too deep become issues.
 */
export function copyPlainData(
  value: unknown,
  { values = MOST_VALUES, characters = Infinity, digits = Infinity }: CopyLimits = {},
): PlainCopy {
  const walk = new Walk(values, characters, digits);
  try {
    const data = walk.copy(value, 0);
    return walk.isTooLarge
      ? { data: undefined, issues: [issueAt([], value, tooLarge(values))] }
      : { data, issues: walk.issues };
  } catch {
    // Only code inside of the data throws: a getter or a proxy.
    return { data: undefined, issues: [issueAt([], undefined, NOT_PLAIN)] };
  }
}

class Walk {
  readonly issues: Issue[] = [];
  /** Whether there are more values than anyone wrote; then the walk has ended early. */
  isTooLarge = false;
  #values = 0;
  readonly #path: (string | number)[] = [];
  readonly #parents: object[] = [];
  readonly #most: number;
  readonly #longest: number;
  readonly #digits: number;

  constructor(most: number, longest: number, digits: number) {
    this.#most = most;
    this.#longest = longest;
    this.#digits = digits;
  }

  copy(value: unknown, depth: number): unknown {
    if (value === null || typeof value !== "object") return this.#scalar(value);
    if (this.#isFull(Array.isArray(value) ? value.length : 0)) return undefined;
    const problem = this.#objectProblem(value, depth);
    if (problem !== undefined) return this.#refused(value, problem);
    this.#parents.push(value);
    const copied = Array.isArray(value) ? this.#list(value, depth) : this.#record(value, depth);
    this.#parents.pop();
    return Object.freeze(copied);
  }

  /** Counts one value, and sees whether so many more would be too many. */
  #isFull(more: number): boolean {
    this.#values += 1;
    if (this.#values + more > this.#most) this.isTooLarge = true;
    return this.isTooLarge;
  }

  #list(value: readonly unknown[], depth: number): unknown[] {
    const copied: unknown[] = new Array(value.length);
    for (let index = 0; index < value.length; index += 1) {
      if (this.isTooLarge) break;
      this.#path.push(index);
      copied[index] = this.copy(value[index], depth + 1);
      this.#path.pop();
    }
    return copied;
  }

  #record(value: object, depth: number): Record<string, unknown> {
    const copied: Record<string, unknown> = {};
    for (const [key, member] of Object.entries(value)) {
      if (member === undefined) continue;
      if (this.isTooLarge) break;
      this.#path.push(key);
      if (key.length > this.#longest) this.#refusedText(key);
      else if (key === "__proto__") this.#refused(key, RESERVED);
      else copied[key] = this.copy(member, depth + 1);
      this.#path.pop();
    }
    return copied;
  }

  #scalar(value: unknown): unknown {
    if (this.#isFull(0)) return undefined;
    if (typeof value === "string" && value.length > this.#longest) {
      this.#refusedText(value);
      return undefined;
    }
    if (this.#digits !== Infinity && digitsOf(value) > this.#digits) {
      const expected = `a number of at most ${this.#digits} digits`;
      return this.#refused(value, { code: "text.too-long", expected, advice: "round it" });
    }
    // JSON knows no negative zero.
    if (value === 0) return 0;
    if (typeof value === "bigint") return this.#refused(value, BIGINT);
    if (typeof value === "function" || typeof value === "symbol") return this.#refused(value, NOT_PLAIN);
    return value;
  }

  #objectProblem(value: object, depth: number): Problem | undefined {
    if (value instanceof Date) return DATE;
    if (depth > DEEPEST) return TOO_DEEP;
    if (this.#parents.includes(value)) return CYCLE;
    if (Array.isArray(value)) return undefined;
    const prototype: unknown = Object.getPrototypeOf(value);
    // A plain object of another realm (a worker, a frame) has a prototype of its own that itself has none.
    const plain = prototype === null || Object.getPrototypeOf(prototype) === null;
    return plain ? undefined : NOT_PLAIN;
  }

  #refusedText(text: string): void {
    const problem: Problem = {
      code: "text.too-long",
      expected: `at most ${this.#longest} characters`,
      advice: "shorten it",
    };
    // The path may end with the key itself, which is as long.
    const path = this.#path.map((part) => (typeof part === "string" ? part.slice(0, this.#longest) : part));
    this.issues.push(issueAt(path, `${text.length} characters`, problem));
  }

  #refused(value: unknown, problem: Problem): unknown {
    this.issues.push(issueAt([...this.#path] satisfies Path, value, problem));
    return undefined;
  }
}

/** How many digits a number has with its exponent written out, at most; 0 for what is none. Arithmetic is exact, so each costs. */
function digitsOf(value: unknown): number {
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string" || !/^[\d\s.,/%e+-]*$/i.test(text) || !/\d/.test(text)) return 0;
  const exponents = text.match(/e[+-]?\d{1,4}/gi) ?? [];
  return text.length + exponents.reduce((sum, part) => sum + Math.abs(Number(part.slice(1))), 0);
}

const DATE: Problem = {
  code: "date.object",
  expected: "a date as text",
  advice: 'quote it, such as "2026-01-31"; a Date object carries a time zone',
};
const tooLarge = (most: number): Problem => ({
  code: "data.too-large",
  expected: `at most ${String(most).replace(/\B(?=(\d{3})+$)/g, ",")} values`,
  advice: "shorten it, or look for an object that holds another one many times",
});
const TOO_DEEP: Problem = {
  code: "data.too-deep",
  expected: "a plan",
  advice: "nest it less deeply than 100 levels",
};
const CYCLE: Problem = {
  code: "data.cycle",
  expected: "plain data",
  advice: "this object contains itself, write data without cycles",
};
const BIGINT: Problem = {
  code: "data.type",
  expected: "plain data",
  advice: "write a number, or its digits in quotes",
};
const NOT_PLAIN: Problem = {
  code: "data.type",
  expected: "plain data",
  advice: "write what JSON can hold: texts, numbers, lists, objects",
};
const RESERVED: Problem = {
  code: "name.reserved",
  expected: "a name of your own",
  advice: "this word is reserved, choose another",
};
