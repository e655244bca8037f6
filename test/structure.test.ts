import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

import ts from "typescript";
import { describe, expect, test } from "vitest";

// The rooms of src stand on each other: imports point downward, run in no circle, and name a file, never a door.

const src = join(dirname(fileURLToPath(import.meta.url)), "../src");

/** The rooms that a plan goes through until it is solved. */
const PLANNING = [
  ...["number", "chance", "calendar", "format", "lag", "schema", "plan", "words"],
  ...["model", "schedule", "workload", "diagnose", "solve"],
];

/** What a room of planning stands on: those before it. */
const before = (room: string): readonly string[] => PLANNING.slice(0, PLANNING.indexOf(room));

/**
 * What may a room import? Its own files and those of the rooms named here, and of no other. A new room is added here, and
 * where it stands is decided then.
 */
const below: Readonly<Record<string, readonly string[]>> = {
  number: [],
  chance: ["number"],
  calendar: ["number"],
  format: ["number", "calendar"],
  lag: ["number", "calendar"],
  schema: ["number"],
  plan: ["number", "calendar", "lag", "schema"],
  words: ["number", "calendar", "format", "schema", "plan"],
  model: before("model"),
  schedule: before("schedule"),
  workload: before("workload"),
  diagnose: before("diagnose"),
  solve: before("solve"),
  forecast: [...PLANNING],
  history: ["number", "chance", "calendar", "format", "lag", "schema", "plan", "words"],
  sensitivity: [...PLANNING, "forecast"],
  track: [...PLANNING, "forecast", "history", "sensitivity"],
  align: [...PLANNING, "forecast", "sensitivity"],
  explain: [...PLANNING, "forecast", "history", "track", "sensitivity", "align"],
  rows: [...PLANNING],
  xlsx: [...PLANNING],
  adapters: ["number", "calendar", "schema", "plan", "history"],
  sql: ["number", "calendar", "schema", "plan", "history", "adapters"],
  charts: [...PLANNING, "forecast", "history", "sensitivity", "track", "align"],
  yaml: ["number", "schema", "plan"],
};

/** These see every room: the report and the command show all answers, the front door names all verbs. */
const onTop = ["report", "cli", "index.ts"];

const doors = [
  "index.ts",
  "adapters/index.ts",
  "charts/index.ts",
  "report/index.ts",
  "rows/index.ts",
  "xlsx/index.ts",
  "sql/index.ts",
  "yaml/index.ts",
];

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts"))
  .sort();

/** The files of ours that a file imports or hands on, and those it imports for a type alone. */
function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(src, file), "utf8"), true, false);
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith("."))
    .map(({ fileName }) => posix.join(posix.dirname(file), fileName).replace(/\.js$/, ".ts"));
}

const graph = new Map(files.map((file) => [file, importsOf(file)]));
const imports = [...graph].flatMap(([from, targets]) => targets.map((to) => ({ from, to })));
const roomOf = (file: string): string => file.split("/", 1)[0] ?? file;
const arrow = ({ from, to }: { from: string; to: string }): string => `${from} -> ${to}`;

/** The circles that a walk in the order of the files runs into, each as the files on it. */
function circles(): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.push([...path.slice(start), file].join(" -> "));
    if (start >= 0 || done.has(file)) return;
    for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  files.forEach((file) => {
    visit(file, []);
  });
  return found;
}

describe("the rooms of src", () => {
  test("stand on rooms that were named before them", () => {
    const rooms = Object.keys(below);
    const early = rooms.filter((room, place) => below[room]?.some((lower) => rooms.indexOf(lower) >= place));
    expect(early).toEqual([]);
  });

  test("have a place each", () => {
    const known = [...Object.keys(below), ...onTop];
    expect([...new Set(files.map(roomOf))].filter((room) => !known.includes(room))).toEqual([]);
  });

  test("import downward only", () => {
    const upward = imports.filter(({ from, to }) => {
      const room = roomOf(from);
      return room !== roomOf(to) && !onTop.includes(room) && !below[room]?.includes(roomOf(to));
    });
    expect(upward.map(arrow)).toEqual([]);
  });

  test("import no circle", () => {
    expect(circles()).toEqual([]);
  });

  test("import files that are there, never a door or a folder", () => {
    // The command uses the library as a caller does; it may come in through a door.
    const wrong = imports.filter(({ from, to }) => doors.includes(to) && roomOf(from) !== "cli");
    expect(wrong.map(arrow)).toEqual([]);
    expect(imports.filter(({ to }) => !graph.has(to)).map(arrow)).toEqual([]);
  });

  test("have no barrels but the doors", () => {
    expect(files.filter((file) => posix.basename(file) === "index.ts")).toEqual([...doors].sort());
  });
});
