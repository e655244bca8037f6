import { solveOrThrow } from "reverse-funnel";

import { readForm } from "./form.js";

const fields = {
  email: "ada@example.com",
  metric: "customers",
  amount: "10",
  period: "2026-01",
  rate: "25%",
};

const right = readForm(fields);
if ("plan" in right)
  console.log(`${right.email}: ${solveOrThrow(right.plan).stages["call"]?.perDay ?? 0} calls a day`);

const wrong = readForm({ ...fields, email: "ada", amount: "10,000", rate: "25" });
for (const [field, fault] of wrong.faults) console.log(`${field}: ${fault}`);
