// Fixed calls through every door. What they give must be the same text, byte for byte, wherever JavaScript runs.

const saas = {
  name: "Net new MRR",
  currency: "USD",
  goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-01" },
  deal: { value: 1_000, owner: "sales" },
  churn: { customers: 5, owner: "success" },
  funnel: [{ stage: "demo request", rate: "50%", owner: "marketing" }],
};
const quarter = {
  name: "A quarter",
  currency: "EUR",
  goal: { metric: "revenue", amount: 240_000, period: "2026-Q2" },
  deal: { value: 8_000, owner: "sales" },
  calendar: { holidays: ["2026-05-01", "2026-05-25"] },
  teams: {
    sales: { people: [{ name: "Ana" }, { name: "Ben", starts: "2026-05-04", fte: "50%" }] },
    marketing: { headcount: 2, minutesPerDay: 360 },
  },
  funnel: [
    { stage: "lead", rate: { won: 120, of: 400 }, lag: { median: 6, p90: 15 }, owner: "marketing" },
    {
      stage: "call",
      rate: "40%",
      lag: "3 days",
      owner: "sales",
      activities: [{ name: "call", minutes: 30 }],
    },
    { stage: "proposal", rate: { rate: "30%", low: "22%", high: "39%" }, lag: "2 weeks", owner: "sales" },
  ],
  pipeline: { proposal: [{ entered: "2026-03-20", value: 9_000 }, { entered: "2026-03-25" }] },
};
const unreachable = {
  ...quarter,
  goal: { metric: "revenue", amount: 2_400_000, period: "2026-Q2" },
  teams: { ...quarter.teams, sales: { headcount: 1, minutesPerDay: 60 } },
};
const sure = { ...saas, goal: { ...saas.goal, chance: "80%" } };
const wrong = {
  goal: { metric: "net-new-mmr", amount: "many", period: "2026-13" },
  funnel: [{ stage: "demo", rate: 25 }, { stag: "call" }],
};
const seen = { asOf: "2026-05-08", won: 6, entered: { lead: 150, call: 60, proposal: 22 } };
const yaml = `# A plan with comments
goal: { metric: customers, amount: 20, period: { start: 2026-01-05, weeks: 8 } }
funnel:
  - { stage: conversation, rate: 25% }
  - { stage: meeting, rate: 40%, lag: 1 week }
`;
const rows = Array.from({ length: 60 }, (_, deal) => {
  const day = (offset) => new Date(Date.UTC(2026, 0, 5 + deal + offset)).toISOString().slice(0, 10);
  const steps = [`${deal},lead,${day(0)}`];
  if (deal % 3 > 0) steps.push(`${deal},call,${day(4)}`);
  if (deal % 6 === 1) steps.push(`${deal},won,${day(9)}`);
  else steps.push(`${deal},lost,${day(12)}`);
  return steps.join("\n");
});
const csv = `Deal,Stage,Since\n${rows.join("\n")}\n`;
const columns = { id: "Deal", stage: "Stage", on: "Since" };

/** What every call gives, a line each: its name, the length of its text, and a fingerprint of it. */
export async function probe({ main, adapters, charts, report, rows: rowsDoor, sql, xlsx, yaml: yamlDoor }) {
  const f = main;
  const answers = {
    saas: f.solve(saas),
    quarter: f.solve(quarter),
    unreachable: f.solve(unreachable),
    sure: f.solve(sure),
  };
  const track = f.track(quarter, seen);
  const forecast = f.forecast(quarter, seen);
  const funnel = ["lead", "call"];
  const { journeys } = adapters.fromCsv(csv, { funnel, columns });
  const learned = f.learn(journeys, { stages: funnel, asOf: "2026-04-15" });
  const larger = { name: "larger deals", changes: [{ path: ["deal", "value"], to: 1_200 }] };
  const calls = {
    ...Object.fromEntries(Object.entries(answers).map(([name, answer]) => [`solve ${name}`, () => answer])),
    "parse wrong": () => f.safeParsePlan(wrong).error.issues,
    migrate: () => f.migrate({ ...saas, open: [] }),
    "json plan": () => f.parsePlan(quarter),
    exact: () => [f.toNumber("200/3"), f.toDecimal("200/3").toString()],
    compile: () => f.solve(f.compile(quarter)).targets.wins,
    explain: () => f.explain(answers.quarter, ["targets", "stages", "lead", "total"]),
    forecast: () => forecast,
    track: () => track,
    replan: () => f.replan(quarter, seen),
    scorecard: () => f.scorecard(quarter, seen),
    check: () => f.check(quarter, { snapshot: seen }),
    levers: () => f.levers(quarter),
    "solve for": () => f.solveFor(saas, ["funnel", 0, "rate"], { perDay: { "demo request": 1 } }),
    compare: () => f.compare(saas, [larger]),
    learn: () => learned,
    "learn counts": () =>
      f.learnCounts(f.countHistory(journeys, { stages: funnel, asOf: "2026-04-15" }), { stages: funnel }),
    sql: () => sql.historySql({ dialect: "spark", table: "a.\u00fc's", funnel, asOf: "2026-04-15" }),
    journeys: () => journeys,
    yaml: () => yamlDoor.parsePlanYaml(yaml),
    text: () => report.toText(report.solutionReport(answers.quarter)),
    markdown: () => report.toMarkdown(report.solutionReport(answers.unreachable)),
    html: () => report.toHtml(report.trackReport(track)),
    "funnel picture": () => charts.toSvg(charts.funnelPicture(answers.quarter)),
    "calendar picture": () => charts.toSvg(charts.calendarPicture(answers.quarter)),
    "progress picture": () => charts.toSvg(charts.progressPicture(track, seen, forecast)),
    csv: () => rowsDoor.toCsv(rowsDoor.targetRows(answers.quarter, { by: "week", per: "person" })),
    ics: () => rowsDoor.toIcs(answers.quarter),
    workbook: () => [...xlsx.toXlsx(answers.saas)],
    "workbook with people": () => [...xlsx.toXlsx(answers.quarter)],
    "read workbook": () => xlsx.readXlsx(xlsx.toXlsx(answers.quarter)),
  };
  const lines = await Promise.all(Object.entries(calls).map(lineOf));
  return `${lines.join("\n")}\n`;
}

async function lineOf([name, call]) {
  let text;
  try {
    text = JSON.stringify(await call());
  } catch (error) {
    text = `${error.name}: ${error.message}`;
  }
  return `${name} ${text.length} ${fingerprint(text)}${/^\w*Error: /.test(text) ? ` ${text}` : ""}`;
}

/** FNV-1a over the text's UTF-16 units, in 32 bits. */
function fingerprint(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
