import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { expect, test } from "vitest";

// The references leave nothing out: each key of a plan stands in the guide to plans, each verb in the README, each
// room of src in CONTRIBUTING.

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (file: string): string => readFileSync(`${root}/${file}`, "utf8");

/** The names of all properties of a JSON Schema, at any depth. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = Object.entries(schema).flatMap(([key, value]) =>
    key === "properties" ? Object.keys(value as object) : [],
  );
  return [...own, ...Object.values(schema).flatMap(keysOf)];
}

const inCode = (guide: string): Set<string> =>
  new Set([...guide.matchAll(/`[^`]*`|```[\s\S]*?```/g)].flatMap(([code]) => code.match(/\w+/g) ?? []));

test("the guide to plans has every key of a plan", () => {
  const known = inCode(read("docs/plan.md"));
  const keys = new Set(keysOf(JSON.parse(read("dist/plan.schema.json"))));
  expect(keys.size).toBeGreaterThan(80);
  expect([...keys].filter((key) => !known.has(key))).toEqual([]);
});

test("the README has every verb of the command", () => {
  const readme = read("README.md");
  const help = execFileSync(process.execPath, [`${root}/dist/node/main.cjs`, "--help"], { encoding: "utf8" });
  const verbs = [...help.matchAll(/^ {2}([a-z-]+) {2,}/gm)].map(([, verb = ""]) => verb);
  expect(verbs).toContain("solve");
  expect(verbs.filter((verb) => !readme.includes(`reverse-funnel ${verb} `))).toEqual([]);
});

test("CONTRIBUTING has every room of src, and no other", () => {
  const [, chapter = ""] = /^## The rooms\n([\s\S]*?)^## /m.exec(read("CONTRIBUTING.md")) ?? [];
  const named = [...chapter.matchAll(/^\| `([a-z]+)\/` /gm)].map(([, room = ""]) => room);
  const rooms = readdirSync(`${root}/src`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(named.sort()).toEqual(rooms.sort());
});
