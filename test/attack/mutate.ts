/** Numbers from 0 to 1 (excluded), the same for the same seed. */
export type Random = () => number;

/** A tag that no answer of ours writes; the name of a stage or a person may. */
export const MARKUP = `<zq-tag zq-on="1">"'&</zq-tag>`;

/** Values that break what was not thought of: too long, too large, of another kind, named like members of objects. */
const HOSTILE: readonly unknown[] = [
  ...[
    "",
    " ",
    "0",
    "-1",
    "1/0",
    "0/1",
    "1e999",
    "1e-999",
    "100%",
    "101%",
    "-5%",
    "1/3",
    "0.3333333333333333",
    "9".repeat(400),
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "\u0000",
    "\uD800",
    "\u202Egnp",
    "=1+1",
    "\r\n",
    MARKUP,
    "a".repeat(499),
  ],
  ...[
    "2026-02-30",
    "9999-12-31",
    "1900-01-01",
    "2026-W53",
    "2026-01/2026-03",
    "2026-12-31/2026-01-01",
    "FY2026-Q1",
    "won",
    "lost",
  ],
  ...[
    0,
    -0,
    -1,
    1,
    0.1,
    1e-9,
    1e9,
    2 ** 53,
    9e15,
    1e21,
    1e308,
    NaN,
    Infinity,
    -Infinity,
    true,
    false,
    null,
    undefined,
  ],
  ...[[], {}, [[]], [null], { rate: 1 }, { median: 0, p90: 0 }, { from: "2026-01-01" }, { won: 1, of: 0 }],
];

/** One of these. */
export function pick<T>(random: Random, of: readonly T[]): T {
  return of[Math.floor(random() * of.length)] as T;
}

type Members = Record<string, unknown>;
const isMembers = (value: unknown): value is Members =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** Every place in a value from which something else hangs: its holder and the key. */
function placesIn(root: unknown): readonly (readonly [holder: Members | unknown[], key: string | number])[] {
  const places: (readonly [Members | unknown[], string | number])[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value))
      value.forEach((each, index) => {
        places.push([value, index]);
        visit(each);
      });
    else if (isMembers(value))
      for (const key of Object.keys(value)) {
        places.push([value, key]);
        visit(value[key]);
      }
  };
  visit(root);
  return places;
}

/** A copy of plain data with one to four changes, each of a kind that a person or a program makes. */
export function mutated(random: Random, root: unknown, others: readonly unknown[]): unknown {
  const copy: unknown = structuredClone(root);
  for (let count = 1 + Math.floor(random() * 4); count > 0; count -= 1) change(random, copy, others);
  return copy;
}

function change(random: Random, root: unknown, others: readonly unknown[]): void {
  const places = placesIn(root);
  if (places.length === 0) return;
  const [holder, key] = pick(random, places);
  const at = holder as Members;
  const value = at[key];
  const another = (): unknown => {
    const [from, name] = pick(random, placesIn(pick(random, others)));
    return structuredClone((from as Members)[name]);
  };
  const changes: readonly (() => unknown)[] = [
    () => pick(random, HOSTILE),
    () => pick(random, HOSTILE),
    another,
    () => [value, value],
    () => ({ [typeof key === "number" ? "stage" : key]: value }),
    () => (typeof value === "number" ? value * pick(random, [-1, 1e3, 1e9, 1e-3, 1.5]) : value),
    () =>
      typeof value === "string" ? value + pick(random, [MARKUP, "\u0000", " ", "%", "0".repeat(30)]) : value,
    () => (typeof value === "string" ? value.slice(0, Math.floor(random() * value.length)) : value),
    () =>
      Array.isArray(value)
        ? Array.from({ length: pick(random, [2, 10, 50]) }, () => structuredClone<unknown[]>(value))
            .flat()
            .slice(0, 200)
        : value,
  ];
  const kind = random();
  if (kind < 0.12) {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else Reflect.deleteProperty(at, key);
  } else if (kind < 0.2 && isMembers(holder)) {
    const [from, name] = pick(random, placesIn(pick(random, others)));
    if (typeof name === "string") holder[name] = structuredClone((from as Members)[name]);
  } else at[key] = pick(random, changes)();
}

/** A text with one to six pieces taken out, put in twice, or replaced by something hostile. */
export function mutatedText(random: Random, text: string, pieces: readonly string[]): string {
  let now = text;
  for (let count = 1 + Math.floor(random() * 6); count > 0; count -= 1) {
    const at = Math.floor(random() * (now.length + 1));
    const length = Math.floor(random() * random() * 40);
    const piece = pick(random, [
      pick(random, pieces),
      "",
      now.slice(at, at + length).repeat(2),
      String(pick(random, HOSTILE)),
    ]);
    now = now.slice(0, at) + piece + now.slice(at + (random() < 0.5 ? length : 0));
  }
  return now;
}
