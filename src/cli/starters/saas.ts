import { nextQuarter } from "./period.js";

/** Software by subscription. */
export function saas(today: string): string {
  return `# A plan for software by subscription. Change the numbers to yours, then:
#   reverse-funnel solve plan.yaml
name: Quarterly growth
currency: USD
goal:
  metric: net-new-mrr # new plus expansion minus churned monthly recurring revenue
  amount: 30000
  period: ${nextQuarter(today)} # or 2026-01, 2026-01-05/2026-02-13, { workingDays: 20 }
deal:
  value: 1000 # what an average new customer pays each month
  margin: 80%
  owner: sales
  activities:
    - { name: onboarding, owner: success, minutes: 240 } # work that each win brings with it
base: { customers: 250, mrr: 240000 } # on the period's first day
churn: { rate: 1.5%, per: month, owner: success } # or { customers: 5 }
expansion: { mrr: 1200, per: month }
buffer: 10% # a safety margin on the wins; to be 90% sure instead, leave it out and write chance: 90% in the goal
funnel: # the source first; leaving the last stage is a win
  - stage: demo
    rate: 40% # of the demos move on to a proposal
    owner: sales
    minutes: 60
    sources: # what leads to a demo: each channel has a path of its own
      - channel: inbound
        share: 60%
        funnel:
          - { stage: visitor, rate: 2%, owner: marketing, cost: 1.5 }
          - { stage: lead, rate: 25%, owner: marketing }
      - channel: outbound
        rest: true # whatever the other channels leave
        funnel:
          - stage: prospect
            rate: 10%
            owner: sales
            activities: [{ name: call, perUnit: 4, minutes: 5 }]
  - { stage: proposal, rate: { won: 48, of: 120 }, owner: sales, minutes: 90 } # 48 of the last 120 were won
`;
}
