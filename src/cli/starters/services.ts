import { nextQuarter } from "./period.js";

/** Projects that are sold one by one. */
export function services(today: string): string {
  return `# A plan for a company that sells projects. Change the numbers to yours, then:
#   reverse-funnel solve plan.yaml
name: Projects to win
currency: USD
goal: { metric: revenue, amount: 180000, period: ${nextQuarter(today)} }
deal:
  value: 9000 # an average project
  upsells:
    - { name: maintenance, rate: 30%, value: 2400 } # what else you sell, and to what share of the clients
  margin: 55%
  owner: sales
repeat: { amount: 20000, per: period } # business from clients you already have
funnel:
  - stage: prospect
    rate: 20% # of the prospects are reached
    owner: sales
    available: 4000 # how long the list is
    activities: [{ name: call, perUnit: 3, minutes: 4 }]
  - { stage: first conversation, rate: 35%, owner: sales, minutes: 20 }
  - { stage: appointment, rate: 50%, owner: sales, minutes: 60 }
  - { stage: proposal, rate: 40%, owner: sales, minutes: 120 }
calendar:
  workdays: [mon, tue, wed, thu, fri]
teams:
  sales: { headcount: 3, minutesPerDay: 360 } # the work must fit into this, week by week
`;
}
