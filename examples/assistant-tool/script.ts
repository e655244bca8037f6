import { solveTool } from "./tool.js";

const { name, inputSchema, run } = solveTool;
const ways = inputSchema["oneOf"] as { required: string[] }[];
console.log(`${name} requires ${ways.map(({ required }) => required.join(", ")).join(" or ")}`);

// A model often writes a percentage as a number. It is told what to write, and gets it right the second time.
const first = run({
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  funnel: [{ stage: "call", rate: 25 }],
});
console.log(first.isError, first.text);

const second = run({
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  funnel: [{ stage: "call", rate: "25%" }],
});
console.log(second.isError, second.text.split("\n").slice(0, 8).join("\n"));
