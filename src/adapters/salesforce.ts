import type { Dialect } from "./dialect.js";

const VALUE = ["amount"];
const OWNER = ["ownerid", "opportunity owner", "owner.name", "owner"];
const CHANNEL = ["leadsource", "lead source"];

/**
 * Salesforce's names: API fields first, then the labels of reports.
 *
 * The close date of an open opportunity is when it is expected to close. Probabilities are 0 to 100. Reports show ids of 15
 * characters, the API the same ids with 3 more; both are read as 15.
 */
export const SALESFORCE: Dialect = {
  aliases: {
    id: ["id", "opportunity id", "opportunityid"],
    owner: OWNER,
    channel: CHANNEL,
    value: VALUE,
    currency: ["currencyisocode", "opportunity currency", "amount currency", "currency"],
    probability: ["probability", "probability (%)"],
    stage: ["stagename", "stage"],
    on: ["laststagechangedate", "last stage change date"],
    created: ["createddate", "created date"],
    closed: ["closedate", "close date"],
    expected: ["closedate", "close date"],
    isWon: ["iswon", "won"],
    isClosed: ["isclosed", "closed"],
    deleted: ["isdeleted", "deleted"],
  },
  isHistory: (header) =>
    header.has("opportunityid") || ["to stage", "from stage", "new stage"].some((name) => header.has(name)),
  history: {
    id: ["opportunityid", "opportunity id"],
    stage: ["stagename", "to stage", "new stage", "stage"],
    on: ["createddate", "last modified date", "last modified", "edit date", "created date"],
    // Reports of stage changes carry the deal's own columns beside each change.
    owner: OWNER,
    channel: CHANNEL,
    value: VALUE,
    currency: ["currencyisocode"],
    deleted: ["isdeleted"],
  },
  plainId: (id) => (/^[A-Za-z0-9]{18}$/.test(id) ? id.slice(0, 15) : id),
  probability: "percent",
};
