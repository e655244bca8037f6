import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toNumber } from "../../src/number/exact-string.js";
import { inWorld } from "./world.js";

// What the README of an example says is typed here word by word; the forecast is the one that its script prints.

describe.each(["crm-hubspot", "crm-salesforce", "crm-pipedrive"])("examples/%s", (name) => {
  const folder = new URL(`../../examples/${name}/`, import.meta.url);
  const read = (file: string) => readFileSync(new URL(file, folder), "utf8");
  const names = readdirSync(folder).filter((file) => /\.(csv|yaml)$/.test(file));
  const files = Object.fromEntries(names.map((file) => [file, read(file)]));
  const commands = [...read("README.md").matchAll(/^npx reverse-funnel (.+)$/gm)].map(([, words = ""]) =>
    words.split(" "),
  );

  it("is a forecast after two commands, the same as by its script", async () => {
    expect(commands.map(([verb]) => verb)).toEqual(["learn", "forecast"]);
    const [learning = [], looking = []] = commands;
    const learned = await inWorld(learning, { files });
    expect(learned.code).toBe(0);
    const changed = { ...files, "plan.yaml": learned.files.get("plan.yaml") ?? "" };
    expect(changed["plan.yaml"]).toMatch(/^# What the team guessed/);
    const { code, out } = await inWorld([...looking, "--json"], { files: changed });
    expect(code).toBe(0);
    const { atEnd } = JSON.parse(out) as { atEnd: { wins: string; amount: string } };
    const line = `Forecast at the end: ${toNumber(atEnd.wins).toFixed(1)} wins, ${toNumber(atEnd.amount).toFixed(0)} USD`;
    expect(read("expected.txt")).toContain(line);
  });
});
