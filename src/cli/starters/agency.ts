import { nextQuarter } from "./period.js";

/** Retainers: clients that stay for a while. */
export function agency(today: string): string {
  return `# A plan for an agency that sells retainers. Change the numbers to yours, then:
#   reverse-funnel solve plan.yaml
name: New retainers
currency: EUR
goal: { metric: gross-profit, amount: 120000, period: ${nextQuarter(today)} } # revenue minus the cost of the work
deal:
  value: 2500 # a retainer, each month
  per: month
  contractMonths: 12 # so a deal is worth twelve months
  margin: 45%
  owner: partners
  activities: [{ name: kick-off workshop, owner: delivery, minutes: 480 }]
funnel:
  - stage: pitch
    rate: 1/3 # one in three is won
    owner: partners
    minutes: 300
    sources:
      - channel: referrals
        units: 6 # pitches that referrals bring, whatever the goal
        funnel:
          - { stage: introduction, rate: 50%, owner: partners, minutes: 30 }
      - channel: content
        rest: true
        funnel:
          - { stage: reader, rate: 1%, owner: marketing, cost: 0.4 }
          - { stage: enquiry, rate: 30%, owner: marketing, minutes: 15 }
`;
}
