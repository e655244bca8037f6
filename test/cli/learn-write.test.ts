import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { editPlanText } from "../../src/cli/edit-plan-text.js";
import { replaceFile } from "../../src/cli/replace-file.js";
import type { Change } from "../../src/plan/change.js";
import { withChange } from "../../src/plan/change.js";
import { readYaml } from "../../src/yaml/index.js";

const changes: readonly Change[] = [
  { path: ["funnel", 0, "rate"], to: { rate: "0.5", won: 3, of: 6 } },
  { path: ["funnel", 0, "lag"], to: Array.from({ length: 12 }, (_, days) => ({ days, share: "1/12" })) },
  { path: ["funnel", 0, "lossLag"], to: [{ days: 3, share: "1" }] },
  { path: ["deal", "value"], to: "200/3" },
];

const asText = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, member: unknown) => (typeof member === "number" ? String(member) : member)),
  );

/** Takes the changes into the text, and holds what it then says to the changed data. */
function edited(text: string): string {
  const by = editPlanText(text, changes) ?? "";
  const expected = changes.reduce<unknown>((data, change) => withChange(data, change), readYaml(text).data);
  const { data, issues } = readYaml(by);
  expect(issues).toEqual([]);
  expect(asText(data)).toEqual(asText(expected));
  return by;
}

const comments = (text: string) => [...text.matchAll(/#.*/g)].map(([comment]) => comment).sort();

describe("editing the text of a plan", () => {
  it.each([
    [
      "blocks",
      "# top\ndeal:\n  value: 10 # each\nfunnel:\n  - stage: demo # first\n    rate: 50% # a guess\n    lag: 5\n# end\n",
    ],
    [
      "braces",
      "deal: { value: 10 } # each\nfunnel: # two\n  - { stage: demo, rate: 50%, lag: 5 } # first\n  - { stage: x, rate: 1 }\n",
    ],
    [
      "braces over lines",
      "deal: { value: 10 }\nfunnel:\n  - {\n      stage: demo, # first\n      rate: 50%, # a guess\n    }\n",
    ],
    [
      "values below their keys",
      "deal:\n  value:\n    10\nfunnel:\n- stage: demo\n  rate:\n    rate: 50%\n    won: 1\n    of: 2\n  lag:\n  - { days: 3, share: 100% }\n  owner: team\n",
    ],
    [
      "Windows line ends and a byte order mark",
      "\uFEFFdeal: { value: 10 }\r\nfunnel:\r\n  - stage: demo # first\r\n    rate: 50%\r\n",
    ],
    ["no line end at the end", "deal: { value: 10 }\nfunnel:\n  - stage: demo\n    rate: 50% # a guess"],
  ])("changes only what changed, in %s", (_, text) => {
    expect(comments(edited(text))).toEqual(comments(text));
  });

  it("leaves JSON as JSON", () => {
    const data = { deal: { value: 10 }, funnel: [{ stage: "demo", rate: "50%" }] };
    for (const indent of [undefined, 2, "\t"])
      expect(() => JSON.parse(edited(JSON.stringify(data, null, indent))) as unknown).not.toThrow();
  });

  it("finds stages of channels that merge", () => {
    const text =
      "funnel:\n  - stage: demo\n    sources:\n      - { channel: web, funnel: [{ stage: visit, rate: 5% }] }\n";
    const path = ["funnel", 0, "sources", 0, "funnel", 0, "rate"];
    expect(editPlanText(text, [{ path, to: "0.04" }])).toBe(text.replace("5%", "0.04"));
  });

  it.each([
    ["an anchor on a value", "deal: { value: &ten 10 }\nfunnel:\n  - { stage: demo, rate: 50% }\n"],
    [
      "a comment inside a value",
      "deal: { value: 10 }\nfunnel:\n  - stage: demo\n    rate:\n      rate: 50% # seen\n      won: 1\n",
    ],
    ["an alias on the way", "deal: { value: 10 }\nx: &f\n  - { stage: demo, rate: 50% }\nfunnel: *f\n"],
    ["a part that is not there", "funnel:\n  - { stage: demo, rate: 50% }\n"],
  ])("refuses what would be lost: %s", (_, text) => {
    expect(editPlanText(text, changes)).toBeUndefined();
  });

  it("reads back as it was meant, whatever the names and comments", () => {
    const word = fc.stringMatching(/^[a-z][a-z #'"-]{0,10}[a-z]$/);
    const comment = fc.constantFrom("", " # guess", "   # 50%: { a, b }");
    fc.assert(
      fc.property(word, comment, fc.boolean(), fc.nat(3), (name, note, flow, deep) => {
        const stage = JSON.stringify(name);
        const pad = " ".repeat(deep);
        const row = flow
          ? `{ stage: ${stage}, rate: 50% }${note}`
          : `stage: ${stage}${note}\n${pad}  rate: 50%${note}`;
        const text = `deal: { value: 10 }${note}\nfunnel:\n${pad}- ${row}\n`;
        expect(comments(edited(text).replaceAll(stage, ""))).toEqual(comments(text.replaceAll(stage, "")));
      }),
    );
  });
});

describe("replacing a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "replace-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("keeps its permissions, follows links and leaves nothing beside it", async () => {
    const [file, link] = [join(folder, "plan.yaml"), join(folder, "link.yaml")];
    writeFileSync(file, "old");
    chmodSync(file, 0o640);
    symlinkSync(file, link);
    await replaceFile(link, "new");
    expect(readFileSync(file, "utf8")).toBe("new");
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(["link.yaml", "plan.yaml"]);
  });

  it("writes a new file, and fails where there is no folder", async () => {
    await replaceFile(join(folder, "new.yaml"), "new");
    expect(readFileSync(join(folder, "new.yaml"), "utf8")).toBe("new");
    await expect(replaceFile(join(folder, "none", "new.yaml"), "new")).rejects.toMatchObject({
      code: "ENOENT",
    });
  });
});
