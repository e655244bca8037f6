import { formatDay } from "../../src/calendar/day.js";
import { seededRandom } from "../oracle/journey-simulator.js";

/** The stages of the made-up history. */
export const FUNNEL = ["Qualification", "Needs Analysis", "Proposal", "Negotiation"] as const;
/** The day on which the earliest deal begins. */
export const FIRST_DAY = 19_000;

/** A made-up history as CSV text, a piece at a time: deals one after the other, each with a few rows. */
export function* stageHistory(rows: number): Generator<string> {
  const random = seededRandom(1);
  const hour = () => String(Math.floor(random() * 24)).padStart(2, "0");
  let lines: string[] = ["OpportunityId,StageName,CreatedDate,Amount,OwnerId"];
  let deal = 0;
  for (let written = 0; written < rows; deal += 1) {
    let day = FIRST_DAY + Math.floor(random() * 1000);
    const id = `0065g00${String(deal).padStart(8, "0")}`;
    for (const stage of [...FUNNEL, "Closed Won"]) {
      const lost = random() < 0.15;
      const row = [
        id,
        lost ? "Closed Lost" : stage,
        `${formatDay(day)}T${hour()}:30:00Z`,
        500 + (deal % 900),
        `005${deal % 40}`,
      ];
      lines.push(row.join(","));
      written += 1;
      day += Math.floor(random() * 30);
      if (lost || written >= rows) break;
    }
    if (lines.length < 1000) continue;
    yield `${lines.join("\n")}\n`;
    lines = [];
  }
  yield `${lines.join("\n")}\n`;
}
