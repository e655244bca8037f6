import { describe, expect, it } from "vitest";
import { zoneMinutes } from "../../src/cli/zone-minutes.js";
import { inWorld } from "./world.js";

const plan =
  "goal: { metric: customers, amount: 9, period: 2026-Q2 }\nfunnel: [{ stage: Negociación, rate: 50% }]\n";
const map = "crm: csv\ncolumns: { id: id, stage: etapa, on: desde, owner: quién }\n";
const csv =
  "id,etapa,desde,quién\n1,Negociación,2026-01-05,Müller\n2,Negociación,2026-01-06,Möller\n3,won,2026-01-09,Müller\n";
const utf16 = (mark: boolean, little: boolean) => {
  const bytes = Buffer.from((mark ? "\uFEFF" : "") + csv, "utf16le");
  return little ? bytes : bytes.swap16();
};

const run = (bytes: Uint8Array) =>
  inWorld(["learn", "deals.csv", "--map", "map.yaml", "--plan", "plan.yaml", "--by", "owner", "--json"], {
    files: { "plan.yaml": plan, "map.yaml": map },
    bytes: { "deals.csv": bytes },
    today: "2026-02-01",
  });

describe("encodings of an export", () => {
  it.each([
    ["UTF-8", Buffer.from(csv), ""],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${csv}`), ""],
    ["Windows-1252", Buffer.from(csv, "latin1"), "deals.csv: read as Windows-1252\n"],
    ["UTF-16 with a mark", utf16(true, true), "deals.csv: read as UTF-16\n"],
    ["UTF-16 without a mark", utf16(false, true), "deals.csv: read as UTF-16\n"],
    ["big UTF-16 with a mark", utf16(true, false), "deals.csv: read as UTF-16\n"],
    ["big UTF-16 without a mark", utf16(false, false), "deals.csv: read as UTF-16\n"],
  ])("%s is recognised, and said where it is unusual", async (_, bytes, said) => {
    const { out, err } = await run(bytes);
    expect(err).toBe(said);
    const { learned } = JSON.parse(out) as { learned: { journeys: number; groups: { name: string }[] } };
    expect([learned.journeys, learned.groups.map(({ name }) => name)]).toEqual([3, ["Möller", "Müller"]]);
  });

  it("names UTF-32 for what it is", async () => {
    // Read as UTF-16, every second letter was a null, and the columns were said to be missing.
    const { code, err } = await run(Buffer.from([0xff, 0xfe, 0, 0, 0x69, 0, 0, 0]));
    expect([code, err]).toEqual([2, expect.stringContaining("deals.csv is written in UTF-32") as string]);
  });

  it("names an older workbook for what it is", async () => {
    const { code, err } = await run(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
    expect([code, err]).toEqual([
      2,
      expect.stringContaining("deals.csv is an older Excel workbook, or one with a password") as string,
    ]);
  });
});

describe("time zones", () => {
  it("are known by name, with the days on which clocks are changed", () => {
    // Berlin: +1 in winter, +2 from 29 March 2026 01:00 UTC on. New York: −4 in June.
    const at = (text: string) => Date.parse(text) / 60_000;
    expect(zoneMinutes(at("2026-01-31T23:15Z"), "Europe/Berlin")).toBe(60);
    expect(zoneMinutes(at("2026-03-29T00:59Z"), "Europe/Berlin")).toBe(60);
    expect(zoneMinutes(at("2026-03-29T01:00Z"), "Europe/Berlin")).toBe(120);
    expect(zoneMinutes(at("2026-06-30T22:30Z"), "Europe/Berlin")).toBe(120);
    expect(zoneMinutes(at("2026-07-01T03:15Z"), "America/New_York")).toBe(-240);
  });

  it("count an evening's win on its day, and an unknown zone is refused", async () => {
    // 30 June 22:30 UTC is 1 July in Berlin; 31 January 22:30 UTC is still January there.
    const rows =
      "id,stage,created,closed\n4,Won,2026-06-12T09:00:00.000Z,2026-06-30T22:30:00.000Z\n5,Won,2026-01-12T09:00:00.000Z,2026-01-31T22:30:00.000Z\n";
    const zone = (name: string) =>
      inWorld(
        ["forecast", "plan.yaml", "deals.csv", "--map", "map.yaml", "--json", "--as-of", "2026-12-30"],
        {
          files: {
            "plan.yaml":
              "goal: { metric: customers, amount: 9, period: 2026 }\nfunnel: [{ stage: Demo, rate: 50% }]\n",
            "map.yaml": `crm: csv\ncolumns: { id: id, stage: stage, created: created, closed: closed }\ncreatedIn: Demo\ntimeZone: ${name}\n`,
            "deals.csv": rows,
          },
          today: "2026-12-31",
        },
      );
    const { code, out } = await zone("Europe/Berlin");
    expect([code, (JSON.parse(out) as { atEnd: unknown }).atEnd]).toEqual([0, expect.anything()]);
    const wrong = await zone("Europe/Berlim");
    expect([wrong.code, wrong.err]).toEqual([
      2,
      expect.stringContaining('no time zone "Europe/Berlim"') as string,
    ]);
  });
});
