import { safeParsePlan, solve } from "reverse-funnel";

const form = document.querySelector("form");
const output = document.querySelector("output");

function show(): void {
  if (form === null || output === null) return;
  const fields = new FormData(form);
  const read = safeParsePlan({
    goal: { metric: "customers", amount: fields.get("clients"), period: "2026-01" },
    funnel: [{ stage: "call", rate: fields.get("rate") }],
  });
  if (!read.success) {
    output.textContent = read.error.issues.map(({ message }) => message).join("\n");
    return;
  }
  const answer = solve(read.data);
  output.textContent =
    answer.status === "feasible"
      ? `${answer.targets.stages["call"]?.perDay ?? 0} calls a day`
      : answer.reasons.map(({ text }) => text).join("\n");
}

form?.addEventListener("input", show);
show();
