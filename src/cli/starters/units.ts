import { nextMonth } from "./period.js";

/** A goal that is counted in anything but money. */
export function units(today: string): string {
  return `# A plan for a goal you count: points of satisfaction, hires, signatures. Change the numbers to yours, then:
#   reverse-funnel solve plan.yaml
name: Happier customers
goal:
  metric: units
  amount: 5
  unit: satisfaction points
  period: ${nextMonth(today)}
deal:
  value: 0.25 # what one win adds: four happy customers make a point
  owner: support
funnel:
  - { stage: noisy customer met, rate: 60%, owner: support, minutes: 45 } # the process goal
  - { stage: problem solved, rate: 80%, owner: support, minutes: 90 }
`;
}
