import { describe, expect, it } from "vitest";
import { parsePlanYaml } from "../../src/yaml/index.js";
import { inWorld } from "./world.js";

// Four deals, worked by hand: two of four go on to the offer after 4 days, one of those two is won after 6 more, the other lost.
const history = [
  "Deal,Phase,On",
  ...["1,Offer,2026-01-09", "1,Talk,2026-01-05", "1,Won,2026-01-15"],
  ...["2,Talk,2026-01-05", "2,Offer,2026-01-09", "2,Lost,2026-01-12"],
  ...["3,Talk,2026-01-06", "3,Lost,2026-01-20", "4,Talk,2026-01-06", "4,Lost,2026-01-20"],
  "",
].join("\n");
const map = "crm: csv\nlayout: history\ncolumns: { id: Deal, stage: Phase, on: On }\n";
const files = { "deals.csv": history, "map.yaml": map };

describe("init --from", () => {
  it("makes a plan of an export: its stages in their order, with the rates and lags that it tells", async () => {
    const words = ["init", "--from", "deals.csv", "--map", "map.yaml"];
    const { code, out } = await inWorld(words, { files, today: "2026-02-01" });
    expect(code).toBe(0);
    // The file names Offer before Talk; its days say which comes first.
    expect(parsePlanYaml(out).funnel).toEqual([
      { stage: "Talk", rate: { won: 2, of: 4 }, lag: 4, lossLag: 14 },
      { stage: "Offer", rate: { won: 1, of: 2 }, lag: 6, lossLag: 3 },
    ]);
    expect(out).toContain("amount: 1, period: 2026-Q2 } # the last 13 weeks brought 1");
  });

  it("marks as a guess what the export does not tell, and writes no file over another", async () => {
    const rows = "Deal,Phase,On\n1,Talk,2026-01-05\n1,Won,2026-01-09\n";
    const words = ["init", "--from", "deals.csv", "--map", "map.yaml", "-o", "plan.yaml"];
    const setting = { files: { ...files, "deals.csv": rows }, today: "2026-02-01" };
    const { code, files: after } = await inWorld(words, setting);
    expect(code).toBe(0);
    expect(after.get("plan.yaml")).toContain("rate: 50% # a guess: the export does not tell");
    const again = await inWorld(words, { ...setting, files: { ...setting.files, "plan.yaml": "mine" } });
    expect([again.code, again.files.get("plan.yaml")]).toEqual([2, "mine"]);
  });

  it("exits with 1 where no row names a stage", async () => {
    const rows = "Deal,Phase,On\n1,Won,2026-01-09\n";
    const { code, err } = await inWorld(["init", "--from", "deals.csv", "--map", "map.yaml"], {
      files: { ...files, "deals.csv": rows },
    });
    expect([code, err]).toEqual([1, expect.stringContaining("no row names a stage") as string]);
  });
});

describe("learn without the stages", () => {
  it("lists the stages of the file with their rows, and exits with 1", async () => {
    const { code, out } = await inWorld(["learn", "deals.csv", "--map", "map.yaml"], {
      files,
      today: "2026-02-01",
    });
    expect(code).toBe(1);
    expect(out).toContain("Stages in the file; without --plan");
    expect(out).toContain("\n  Offer: 2 rows\n  Talk: 4 rows\n  Won: 1 row, won\n  Lost: 3 rows, lost\n");
  });

  it("lists those that a plan with other names does not have", async () => {
    const plan =
      "goal: { metric: customers, amount: 9, period: 2026-Q2 }\nfunnel: [{ stage: demo, rate: 50% }]\n";
    const { code, out } = await inWorld(
      ["learn", "deals.csv", "--map", "map.yaml", "--plan", "plan.yaml", "--write"],
      { files: { ...files, "plan.yaml": plan }, today: "2026-02-01" },
    );
    expect(code).toBe(1);
    expect(out).toContain(
      "Stages in the file that the plan does not have:\n  Offer: 2 rows\n  Talk: 4 rows\n",
    );
    expect(out).toContain("Nothing to change in plan.yaml");
  });
});
