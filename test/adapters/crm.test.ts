import { describe, expect, it } from "vitest";
import { fromHubSpot } from "../../src/adapters/from-hubspot.js";
import { fromPipedrive } from "../../src/adapters/from-pipedrive.js";
import { fromSalesforce } from "../../src/adapters/from-salesforce.js";

// Headers and values as the vendors document them; what they mean is worked by hand.
describe("fromHubSpot", () => {
  const stages = { appointmentscheduled: "demo", "99871": "proposal" } as const;
  const funnel = ["demo", "proposal"] as const;

  it("reads API objects: ids of stages, clocks of stages, amounts as text, close dates that are only expected", () => {
    const properties = {
      hs_object_id: "501",
      dealstage: "99871",
      amount: "1200.50",
      createdate: "2026-01-05T09:00:00Z",
      closedate: "2026-03-31T00:00:00Z",
      hs_v2_date_entered_appointmentscheduled: "2026-01-05T09:00:01Z",
      hs_v2_date_entered_99871_1234: "2026-01-12T10:00:00Z",
      hs_deal_stage_probability: "0.4",
      hubspot_owner_id: "77",
      hs_is_closed: "false",
    };
    expect(fromHubSpot([{ id: "501", properties, archived: false }], { funnel, stages }).journeys).toEqual([
      {
        id: "501",
        owner: "77",
        channel: null,
        value: "1200.5",
        currency: null,
        probability: "0.4",
        steps: [
          { stage: "demo", on: "2026-01-05" },
          { stage: "proposal", on: "2026-01-12" },
        ],
        state: "open",
        closed: null,
        expected: "2026-03-31",
        placed: ["demo", "proposal"],
      },
    ]);
  });

  it("reads the past of a stage from propertiesWithHistory, and from version 1 of the API", () => {
    const past = [
      { value: "closedwon", timestamp: "2026-02-01T10:00:00Z" },
      { value: "99871", timestamp: "2026-01-20T10:00:00Z" },
      { value: "appointmentscheduled", timestamp: "2026-01-05T10:00:00Z" },
    ];
    const version3 = fromHubSpot([{ id: "1", properties: {}, propertiesWithHistory: { dealstage: past } }], {
      funnel,
      stages,
    });
    const inMilliseconds = past.map(({ value, timestamp }) => ({ value, timestamp: Date.parse(timestamp) }));
    const version1 = fromHubSpot(
      [{ dealId: 1, properties: { dealstage: { value: "closedwon", versions: inMilliseconds } } }],
      { funnel, stages },
    );
    for (const { journeys } of [version3, version1]) {
      expect(journeys[0]?.steps.map(({ on }) => on)).toEqual(["2026-01-05", "2026-01-20"]);
      expect(journeys[0]).toMatchObject({ state: "won", closed: "2026-02-01" });
    }
  });

  const exported = [
    '\uFEFFRecord ID,Deal Name *,Deal Stage,Pipeline,Amount,Currency,Close Date,Create Date,Deal owner,"Date entered ""Demo (Sales)""","Date entered ""Proposal (Sales)""","Date entered ""Check (Renewals)"""',
    '1,"Acme, Inc.\nBerlin",Proposal (Sales),Sales,"1.234,50",EUR,2026-03-01 10:00,2026-01-05 09:00,Ana,2026-01-05 09:00,2026-01-12 11:00,',
    "2,=cmd|' /C calc'!A0,Closed Won,Sales,\"900,00\",EUR,2026-01-30 10:00,2026-01-06 09:00,Ben,2026-01-06 09:00,,",
    "3,Renewal,Check,Renewals,,EUR,,2026-01-06 09:00,Ben,,,2026-01-06 09:00",
  ].join("\r\n");

  it("reads exports: labels with pipelines, quoted newlines, day boundaries, and only the pipeline that is asked for", () => {
    const { journeys, counts } = fromHubSpot(exported, {
      funnel: ["Demo", "Proposal"],
      crmPipeline: "Sales",
    });
    expect(journeys.map(({ id, state, value, owner }) => [id, state, value, owner])).toEqual([
      ["1", "open", "1234.5", "Ana"],
      ["2", "won", "900", "Ben"],
    ]);
    expect(journeys[0]?.steps.map(({ stage }) => stage)).toEqual(["Demo", "Proposal"]);
    expect(counts.reasons).toEqual([{ code: "pipeline.other", column: "Pipeline", rows: 1 }]);
  });

  it("notes a column for a stage that it does not know, and sets aside a deal in one", () => {
    const { issues } = fromHubSpot(exported, { funnel: ["Demo", "Proposal"] });
    expect(issues.map(({ code, level, row }) => [code, level, row])).toEqual([
      ["column.unread", "note", null],
      ["column.stage-unknown", "note", null],
      ["stage.unknown", "error", 4],
    ]);
  });
});

describe("fromSalesforce", () => {
  const funnel = ["Qualification", "Proposal/Price Quote"] as const;
  const opportunities = [
    "Id,Name,StageName,Amount,Probability,IsClosed,IsWon,CreatedDate,CloseDate,LeadSource,IsDeleted",
    "0065g00000AAAAA001,Acme,Proposal/Price Quote,5000,65,false,false,2026-01-05T10:00:00.000+0000,2026-04-01,Web,false",
    "0065g00000AAAAB002,Best,Closed Lost,,0,true,false,2026-01-06T10:00:00.000+0000,2026-02-01,Web,false",
    "0065g00000AAAAC003,Gone,Qualification,,10,false,false,2026-01-07T10:00:00.000+0000,2026-04-01,Web,true",
  ].join("\n");
  const history = [
    "OpportunityId,StageName,Amount,CreatedDate",
    "0065g00000AAAAA001,Qualification,4000,2026-01-05T10:00:00.000+0000",
    "0065g00000AAAAA001,Qualification,5000,2026-01-07T10:00:00.000+0000",
    "0065g00000AAAAA001,Proposal/Price Quote,5000,2026-01-15T10:00:00.000+0000",
    "0065g00000AAAAB002,Qualification,,2026-01-06T10:00:00.000+0000",
    "0065g00000AAAAB002,Closed Lost,,2026-02-01T10:00:00.000+0000",
  ].join("\n");

  it("joins opportunities and their history by id, whatever its length; an amount edit is no move", () => {
    const { journeys, counts } = fromSalesforce({ opportunities, history }, { funnel });
    expect(
      journeys.map(({ id, state, closed, expected, probability }) => [
        id,
        state,
        closed,
        expected,
        probability,
      ]),
    ).toEqual([
      ["0065g00000AAAAA", "open", null, "2026-04-01", "0.65"],
      ["0065g00000AAAAB", "lost", "2026-02-01", null, "0"],
    ]);
    expect(journeys[0]?.steps).toEqual([
      { stage: "Qualification", on: "2026-01-05" },
      { stage: "Qualification", on: "2026-01-07" },
      { stage: "Proposal/Price Quote", on: "2026-01-15" },
    ]);
    expect(counts).toMatchObject({ read: 8, used: 7, setAside: 1, reasons: [{ code: "deal.deleted" }] });
  });

  it("reads a report by its labels, with the 15 characters of its ids", () => {
    const report =
      'Opportunity ID,Stage,Close Date,Amount,Probability (%),Created Date,Opportunity Owner\n0065g00000AAAAA,Closed Won,2/15/2026,"5,000.00",100,1/5/2026,Ana\n,,,,,,\n"Total","","","5,000.00","","",""\n';
    const { journeys, counts } = fromSalesforce(report, { funnel, dates: "month-first" });
    expect(journeys).toMatchObject([
      { id: "0065g00000AAAAA", state: "won", closed: "2026-02-15", value: "5000", owner: "Ana" },
    ]);
    expect(counts).toMatchObject({ read: 2, used: 1, setAside: 1 });
  });
});

describe("fromPipedrive", () => {
  const funnel = ["Lead In", "Proposal Made"] as const;

  it("reads API deals: status, ids of stages, times in UTC, owners as objects, zero values", () => {
    const deals = [
      {
        id: 1,
        stage_id: 2,
        status: "won",
        value: 1000,
        currency: "GBP",
        add_time: "2026-01-05 09:00:00",
        stage_change_time: "2026-01-20 09:00:00",
        won_time: "2026-02-01 23:30:00",
        owner_id: { id: 9, name: "Ana" },
      },
      {
        id: 2,
        stage_id: 1,
        status: "lost",
        value: 0,
        currency: "GBP",
        add_time: "2026-01-06T09:00:00Z",
        stage_change_time: null,
        lost_time: "2026-01-16T09:00:00Z",
        owner_id: 9,
      },
      {
        id: 3,
        stage_id: 1,
        status: "open",
        value: 10,
        currency: "GBP",
        add_time: "2026-01-07 09:00:00",
        stage_change_time: null,
        expected_close_date: "2026-05-01",
      },
      { id: 4, stage_id: 1, status: "deleted", add_time: "2026-01-07 09:00:00" },
    ];
    const { journeys, counts } = fromPipedrive(deals, {
      funnel,
      stages: { 1: "Lead In", 2: "Proposal Made" },
      utcOffset: "+01:00",
    });
    expect(
      journeys.map(({ state, closed, value, owner, expected }) => [state, closed, value, owner, expected]),
    ).toEqual([
      ["won", "2026-02-02", "1000", "Ana", null],
      ["lost", "2026-01-16", "0", "9", null],
      ["open", null, "10", null, "2026-05-01"],
    ]);
    expect(journeys.map(({ steps }) => steps.map(({ on }) => on))).toEqual([
      ["2026-01-05", "2026-01-20"],
      ["2026-01-06"],
      ["2026-01-07"],
    ]);
    expect(counts.reasons).toEqual([{ code: "deal.deleted", column: null, rows: 1 }]);
  });

  it("reads exports with and without the entity before the header, in any language once columns are named", () => {
    const english =
      "Deal - ID*;Deal - Stage;Deal - Status;Deal - Deal created;Deal - Lost time\n1;Lead In;Lost;2026-01-05 10:00:00;2026-01-09 10:00:00\n";
    const german = "ID;Phase;Status;Erstellt;Verloren am\n1;Lead In;Verloren;05.01.2026;09.01.2026\n";
    const columns = { stage: "Phase", created: "Erstellt", lost: "Verloren am" };
    const lost = { state: "lost", closed: "2026-01-09", steps: [{ stage: "Lead In", on: "2026-01-05" }] };
    expect(fromPipedrive(english, { funnel }).journeys).toMatchObject([lost]);
    expect(fromPipedrive(german, { funnel, columns, statuses: { Verloren: "lost" } }).journeys).toMatchObject(
      [lost],
    );
  });
});
