import { describe, expect, it } from "vitest";
import { fromCsv } from "../../src/adapters/from-csv.js";
import type { Mapping } from "../../src/adapters/mapping.js";

const funnel = ["A", "B", "C"] as const;
const history = { id: "id", stage: "stage", on: "on" };
const deals = {
  id: "id",
  owner: "owner",
  stage: "stage",
  on: "since",
  created: "created",
  closed: "closed",
  status: "status",
};

function read(csv: string, options: Mapping<(typeof funnel)[number]> = { columns: history }) {
  const { journeys, issues, counts } = fromCsv(csv, { funnel, ...options });
  const [journey] = journeys;
  return { journey, journeys, counts, issues, codes: issues.map(({ code, level }) => `${level} ${code}`) };
}

const steps = (journey: ReturnType<typeof read>["journey"]) =>
  journey?.steps.map(({ stage, on }) => `${stage} ${on ?? "?"}`);

// Each rule is stated in the docs of the adapters; the journeys are worked by hand from it.
describe("what is done with the oddities of real files", () => {
  it("won before first contact: kept as written, and noted", () => {
    const { journey, codes } = read("id,created,closed,status\n1,2026-01-10,2026-01-05,won\n", {
      columns: { id: "id", created: "created", closed: "closed", status: "status" },
    });
    expect(journey).toMatchObject({
      state: "won",
      closed: "2026-01-05",
      steps: [{ stage: "A", on: "2026-01-10" }],
    });
    expect(codes).toEqual(["note lag.negative"]);
  });

  it("going back: every step is kept, and noted", () => {
    const { journey, codes } = read("id,stage,on\n1,A,2026-01-01\n1,B,2026-01-05\n1,A,2026-01-09\n");
    expect(steps(journey)).toEqual(["A 2026-01-01", "B 2026-01-05", "A 2026-01-09"]);
    expect(codes).toEqual(["note step.backwards"]);
  });

  it("reopened: what came last counts, an earlier loss is dropped, and noted", () => {
    const reopened = read("id,stage,on\n1,A,2026-01-01\n1,lost,2026-01-05\n1,B,2026-01-09\n");
    expect(reopened.journey).toMatchObject({ state: "open", closed: null });
    expect(reopened.codes).toEqual(["note deal.reopened"]);
    const wonAfterAll = read(
      "id,stage,on\n1,A,2026-01-01\n1,lost,2026-01-05\n1,B,2026-01-09\n1,won,2026-02-01\n",
    );
    expect(wonAfterAll.journey).toMatchObject({ state: "won", closed: "2026-02-01" });
    expect(wonAfterAll.codes).toEqual(["note deal.reopened"]);
  });

  it("a step without a date: in the layout of deals since when is not known, in a history the row is set aside", () => {
    const undated = read("id,stage,since\n1,B,\n", {
      columns: { id: "id", stage: "stage", on: "since" },
      layout: "deals",
    });
    expect(steps(undated.journey)).toEqual(["B ?"]);
    expect(undated.codes).toEqual(["note step.undated"]);
    const inHistory = read("id,stage,on\n1,A,2026-01-01\n1,B,\n");
    expect(inHistory.codes).toEqual(["error date.missing"]);
    expect(inHistory.counts).toMatchObject({ read: 2, used: 1, setAside: 1 });
  });

  it("a deal that begins in the middle is noted; with its creation known it entered the first stage then", () => {
    const { journey, codes } = read("id,stage,on\n1,B,2026-01-05\n");
    expect(steps(journey)).toEqual(["B 2026-01-05"]);
    expect(codes).toEqual(["note deal.begins-late"]);
    const created = read("id,stage,since,created\n1,B,2026-01-09,2026-01-05\n", {
      columns: { id: "id", stage: "stage", on: "since", created: "created" },
    });
    expect(steps(created.journey)).toEqual(["A 2026-01-05", "B 2026-01-09"]);
  });

  it("closed on an unknown day is noted; closed with no date at all is set aside", () => {
    const { journey, codes } = read("id,owner,stage,since,created,closed,status\n1,,A,2026-01-01,,,lost\n", {
      columns: deals,
    });
    expect(journey).toMatchObject({ state: "lost", closed: null });
    expect(codes).toEqual(["note close.undated"]);
    const nothing = read("id,owner,stage,since,created,closed,status\n1,,A,,,,lost\n", { columns: deals });
    expect(nothing.codes).toEqual(["error date.none"]);
    expect(nothing.counts).toMatchObject({ read: 1, used: 0, setAside: 1 });
  });

  it("a deal whose stage of now is an ending ended when it came into it, unless a closing date says otherwise", () => {
    const columns = { id: "id", stage: "stage", on: "since", closed: "closed" };
    const since = read("id,stage,since,closed\n1,Won,2026-01-09,\n", { columns });
    expect(since.journey).toMatchObject({ state: "won", closed: "2026-01-09" });
    const stated = read("id,stage,since,closed\n1,Won,2026-01-09,2026-01-07\n", { columns });
    expect(stated.journey).toMatchObject({ state: "won", closed: "2026-01-07" });
  });

  it("one deal in two rows: days are joined, the latest row says the rest, and it is noted", () => {
    const csv =
      "id,owner,stage,since,created,closed,status\n1,Ana,A,2026-01-01,,,open\n1,Ben,B,2026-01-09,,,open\n";
    const { journey, codes } = read(csv, { columns: deals });
    expect(journey?.owner).toBe("Ben");
    expect(steps(journey)).toEqual(["A 2026-01-01", "B 2026-01-09"]);
    expect(codes).toEqual(["note deal.repeated"]);
  });

  it("names the nearest stage and column, and reads nothing it would have to guess", () => {
    const label = read("id,stage,on\n1,Proposol,2026-01-01\n", {
      columns: history,
      stages: { Proposal: "C" },
    });
    expect(label.codes).toEqual(["error stage.unknown"]);
    const header = read("id,stage,when\n1,A,2026-01-01\n2,A,2026-01-01\n", {
      columns: { ...history, on: "wehn" },
    });
    expect(header.issues[0]?.message).toContain('did you mean "when"');
    expect(header.counts).toMatchObject({
      read: 2,
      used: 0,
      setAside: 2,
      reasons: [{ code: "table.unreadable", rows: 2 }],
    });
    const mapped = read("id,stage,on\n1,A,2026-01-01\n", { columns: history, stages: { Foo: "D" as "A" } });
    expect(mapped.issues[0]?.code).toBe("map.stage-unknown");
    expect(mapped.counts.used).toBe(0);
  });

  it("sets aside what was mapped to null, the wrong pipeline, missing ids, words for status that nobody knows", () => {
    const csv =
      "id,stage,on,pipe,status\n1,Parked,2026-01-01,Sales,\n2,A,2026-01-01,Other,\n,A,2026-01-01,Sales,\n3,A,2026-01-01,sales,zombie\n4,A,2026-01-01,Sales,Open\n";
    const columns = { ...history, pipeline: "pipe", status: "status" };
    const { counts } = read(csv, { columns, crmPipeline: "Sales", stages: { Parked: null } });
    expect(counts.reasons.map(({ code, rows }) => [code, rows])).toEqual([
      ["id.missing", 1],
      ["pipeline.other", 1],
      ["stage.missing", 1],
      ["status.unknown", 1],
    ]);
    expect(counts).toMatchObject({ read: 5, used: 1, setAside: 4 });
  });

  it("sees a row that is too wide, a quote that never closes, and keeps formulas as text", () => {
    const csv =
      'id,stage,on,owner\n1,A,2026-01-01,"=cmd|\' /C calc\'!A0"\n2,A,2026-01-01,Ana,oops\n3,A,2026-01-01,"Ben\n';
    const { journey, counts } = read(csv, { columns: { ...history, owner: "owner" } });
    expect(journey?.owner).toBe("=cmd|' /C calc'!A0");
    expect(counts.reasons.map(({ code }) => code)).toEqual(["row.too-wide", "row.unclosed-quote"]);
  });
});
