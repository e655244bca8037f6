/**
 * How cost grows with size: rows of a history, stages, people, units. Processor time of one run of each, the table on standard
 * output and the picture docs/performance.svg. Run with `npx tsx test/bench/growth.ts [most rows]`.
 */
import { writeFileSync } from "node:fs";
import { journeyImporter } from "../../src/adapters/index.js";
import { formatDay } from "../../src/calendar/day.js";
import { learn } from "../../src/history/learning/learn.js";
import { parsePlan } from "../../src/plan/parse.js";
import { solve } from "../../src/solve/solve.js";
import { FIRST_DAY, FUNNEL, stageHistory } from "./stage-history.js";

const mostRows = Number(process.argv[2] ?? "1000000");

interface Line {
  readonly name: string;
  readonly unit: string;
  readonly points: readonly (readonly [size: number, seconds: number])[];
}

/** Processor time of some work in seconds, that of what `ready` makes left out. */
function seconds<T>(ready: () => T, work: (made: T) => unknown): number {
  const made = ready();
  const begun = process.cpuUsage();
  work(made);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
}

/** The least of three, after one that is not counted; large ones once. */
function least<T>(ready: () => T, work: (made: T) => unknown): number {
  const first = seconds(ready, work);
  if (first > 2) return first;
  return Math.min(...[1, 2, 3].map(() => seconds(ready, work)));
}

function learnRows(pieces: readonly string[]): unknown {
  const open = journeyImporter("salesforce", { funnel: FUNNEL });
  const file = open.file();
  for (const piece of pieces) file.push(piece);
  file.end();
  return learn(open.stream().journeys, {
    stages: FUNNEL,
    asOf: formatDay(FIRST_DAY + 1100),
    by: ["owner", "month"],
  });
}

const limits = { stages: 2000, stageDays: 10_000_000, people: 20_000 };
const goal = { metric: "customers", amount: 100, period: "2026-Q1" } as const;

const LINES: readonly Line[] = [
  {
    name: "rows that are read and learned from",
    unit: "rows",
    points: [1e4, 1e5, 1e6, 1e7]
      .filter((rows) => rows <= mostRows)
      .map((rows) => [rows, least(() => [...stageHistory(rows)], learnRows)]),
  },
  {
    name: "stages of a plan without lags",
    unit: "stages",
    points: [1, 10, 100, 1000].map((stages) => {
      const funnel = Array.from({ length: stages }, (_, at) => ({ stage: `s${at}`, rate: "99%" as const }));
      return [
        stages,
        least(
          () => parsePlan({ goal, funnel }, { limits }),
          (plan) => solve(plan, { chance: false }),
        ),
      ];
    }),
  },
  {
    name: "people of a team",
    unit: "people",
    points: [1, 10, 100, 1000, 10_000].map((count) => {
      const people = Array.from({ length: count }, (_, at) => ({ name: `p${at}` }));
      const funnel = [{ stage: "call", rate: "10%", owner: "sales" }] as const;
      const plan = { goal: { ...goal, amount: 1000 }, funnel, teams: { sales: { people } } };
      return [
        count,
        least(
          () => parsePlan(plan, { limits }),
          (read) => solve(read, { chance: false }),
        ),
      ];
    }),
  },
  {
    name: "units of the first stage",
    unit: "units",
    points: [1e3, 1e6, 1e9, 1e12, 9e15].map((units) => {
      const people = [{ name: "Ana" }, { name: "Ben", starts: "2026-02-11" }];
      const funnel = [{ stage: "call", rate: 1, owner: "sales" }] as const;
      const plan = { goal: { ...goal, amount: units }, funnel, teams: { sales: { people } } };
      return [
        units,
        least(
          () => parsePlan(plan),
          (read) => solve(read, { chance: false }),
        ),
      ];
    }),
  },
];

/** 0.0012 s as 1.2 ms. */
function shown(value: number): string {
  return value < 1 ? `${(value * 1000).toPrecision(2)} ms` : `${value.toPrecision(3)} s`;
}

console.log(
  "| what | size | processor time | times the one before | size times |\n| --- | --- | --- | --- | --- |",
);
for (const { name, points } of LINES)
  points.forEach(([size, took], at) => {
    const [before, past] = points[at - 1] ?? [NaN, NaN];
    const times = (value: number) => (Number.isNaN(value) ? "" : value.toPrecision(2));
    console.log(
      `| ${name} | ${size.toLocaleString("en")} | ${shown(took)} | ${times(took / past)} | ${times(size / before)} |`,
    );
  });

/** Both axes by powers of ten; the dashed line is what grows in proportion. */
function picture(): string {
  const [width, height, left, right, top, bottom] = [640, 400, 64, 24, 28, 44];
  const x = (size: number) => left + (Math.log10(size) / 16) * (width - left - right);
  const y = (value: number) => height - bottom - ((Math.log10(value) + 4) / 6.5) * (height - top - bottom);
  const text = (at: number, up: number, anchor: string, words: string, colour = "currentColor") =>
    `<text x="${at.toFixed(1)}" y="${up.toFixed(1)}" text-anchor="${anchor}" fill="${colour}">${words}</text>`;
  const rule = (from: readonly [number, number], to: readonly [number, number], dashes = "") =>
    `<line x1="${x(from[0]).toFixed(1)}" y1="${y(from[1]).toFixed(1)}" x2="${x(to[0]).toFixed(1)}" y2="${y(to[1]).toFixed(1)}" stroke="currentColor" stroke-opacity="0.3"${dashes}/>`;
  const sizes = [
    [1, "1"],
    [1e4, "10 thousand"],
    [1e8, "100 million"],
    [1e12, "10\u00b9\u00b2"],
    [1e16, "10\u00b9\u2076"],
  ] as const;
  const times = [
    [1e-4, "0.1 ms"],
    [1e-3, "1 ms"],
    [0.01, "10 ms"],
    [0.1, "100 ms"],
    [1, "1 s"],
    [10, "10 s"],
    [100, "100 s"],
  ] as const;
  const colours = ["#1b6ca8", "#c2571a", "#3a7d44", "#7a4fa3"];
  const lines = LINES.map(({ unit, points }, at) => {
    const colour = colours[at] ?? "#555";
    const path = points.map(([size, took]) => `${x(size).toFixed(1)},${y(took).toFixed(1)}`).join(" ");
    const [size, took] = points.at(-1) ?? [1, 1];
    const dots = points.map(
      ([one, other]) =>
        `<circle cx="${x(one).toFixed(1)}" cy="${y(other).toFixed(1)}" r="3" fill="${colour}"/>`,
    );
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join("")}${text(x(size), y(took) - 10, "middle", unit, colour)}`;
  });
  const parts = [
    ...times.map(([value]) => rule([1, value], [1e16, value])),
    ...times.map(([value, words]) => text(left - 8, y(value) + 4, "end", words)),
    ...sizes.map(([size, words]) => text(x(size), height - 18, "middle", words)),
    rule([1, 1e-4], [1e6, 100], ' stroke-dasharray="4 4"'),
    ...lines,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, sans-serif" font-size="13" color="#777"><title>Processor time by size, both by powers of ten</title>${parts.join("\n")}</svg>\n`;
}

writeFileSync(new URL("../../docs/performance.svg", import.meta.url), picture());
