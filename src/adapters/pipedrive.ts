import type { Dialect } from "./dialect.js";

/**
 * Pipedrive's names: API fields first, then the headers of exports, with or without `Deal - `. Exports follow the language
 * of their user: name the columns in `columns` where it is not English.
 *
 * A deal's row holds only its current stage, since when it is in it, and how it ended; the stages before count as passed.
 * Times without a zone are UTC. Probabilities are 0 to 100.
 */
export const PIPEDRIVE: Dialect = {
  aliases: {
    id: ["id", "pipedrive system id", "deal id"],
    owner: ["owner_name", "owner_id", "user_id", "owner"],
    channel: ["channel", "source channel", "origin"],
    value: ["value"],
    currency: ["currency", "currency of value"],
    probability: ["probability"],
    pipeline: ["pipeline_id", "pipeline"],
    stage: ["stage_id", "stage", "stage (pipeline)"],
    on: ["stage_change_time", "last stage change"],
    created: ["add_time", "deal created", "creation date", "created"],
    closed: ["close_time", "deal closed on", "closed on"],
    expected: ["expected_close_date", "expected close date"],
    won: ["won_time", "won time"],
    lost: ["lost_time", "lost time"],
    status: ["status"],
  },
  plainHeader: (header) => header.replace(/^deal - /, ""),
  zonelessIsUtc: true,
  probability: "percent",
  unmovedSinceCreated: true,
};
