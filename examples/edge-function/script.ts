import handler from "./handler.js";

const post = (body: string) =>
  handler.fetch(new Request("https://app.example/targets", { method: "POST", body }));

const plan = {
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  funnel: [{ stage: "call", rate: "25%" }],
};

const solved = await post(JSON.stringify(plan));
const { targets } = (await solved.json()) as { targets: { stages: Record<string, { perDay: number }> } };
console.log(solved.status, `${targets.stages["call"]?.perDay ?? 0} calls a day`);

const refused = await post(JSON.stringify({ ...plan, funnel: [{ stage: "call", rate: 25 }] }));
const { issues } = (await refused.json()) as { issues: { message: string }[] };
console.log(refused.status, issues[0]?.message);

for (const body of ["{", JSON.stringify({ name: "x".repeat(200_000) })]) {
  const response = await post(body);
  console.log(response.status, ((await response.json()) as { error: string }).error);
}
