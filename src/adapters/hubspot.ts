import type { Dialect } from "./dialect.js";
import { isObject, type RowObject } from "./object-rows.js";

/**
 * HubSpot's names: API properties first, then the headers of exports from its pages.
 *
 * Stages come as `hs_v2_date_entered_<id>` (also without `v2`, also with a number behind) or `Date entered "Proposal (Sales
 * pipeline)"`. The close date of an open deal is when it is expected to close. Probabilities are 0 to 1.
 */
export const HUBSPOT: Dialect = {
  aliases: {
    id: ["hs_object_id", "record id", "deal id", "id"],
    owner: ["hubspot_owner_id", "deal owner", "owner"],
    channel: ["hs_analytics_source", "original traffic source", "original source"],
    value: ["amount"],
    currency: ["deal_currency_code", "currency"],
    probability: ["hs_deal_stage_probability", "deal probability"],
    pipeline: ["pipeline"],
    stage: ["dealstage", "deal stage"],
    on: ["hs_v2_date_entered_current_stage", "date entered current stage"],
    created: ["createdate", "create date"],
    closed: ["closedate", "close date"],
    expected: ["closedate", "close date"],
    isWon: ["hs_is_closed_won", "is closed won"],
    isClosed: ["hs_is_closed", "is deal closed?", "is closed"],
    deleted: ["archived"],
  },
  enteredLabel: (header) =>
    /^hs_(?:v2_)?date_entered_(?!current_stage$)(.+)$/.exec(header)?.[1] ??
    /^date entered (?!current stage$)"?(.+?)"?$/.exec(header)?.[1],
  isHistory: (header) => header.has("dealid") && header.has("timestamp"),
  history: { id: ["dealid"], stage: ["dealstage"], on: ["timestamp"] },
  probability: "share",
};

/** The deals of an API answer as flat rows, and each change of stage that it remembers as a row of its own. */
export function flattenHubSpot(objects: readonly RowObject[]): { deals: RowObject[]; history: RowObject[] } {
  const deals: RowObject[] = [];
  const history: RowObject[] = [];
  for (const object of objects) {
    const record = isObject(object) ? object : {};
    const properties = isObject(record["properties"]) ? record["properties"] : {};
    const flat = Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [name, isObject(value) ? value["value"] : value]),
    );
    const { id, archived } = record;
    const dealid = id ?? record["dealId"] ?? properties["hs_object_id"];
    deals.push({ ...record, ...flat, hs_object_id: dealid, archived });
    for (const { value, timestamp } of versionsOf(record, properties)) {
      history.push({ dealid, dealstage: value, timestamp });
    }
  }
  return { deals: deals.map(withoutProperties), history };
}

function withoutProperties(row: RowObject): RowObject {
  return Object.fromEntries(
    Object.entries(row).filter(
      ([key]) => !/^properties(WithHistory)?$|^associations$|^createdAt$|^updatedAt$/.test(key),
    ),
  );
}

/** Version 3 keeps the past under `propertiesWithHistory`, version 1 beside each property. */
function versionsOf(record: RowObject, properties: RowObject): readonly RowObject[] {
  const past = record["propertiesWithHistory"];
  const current = isObject(past) ? past["dealstage"] : properties["dealstage"];
  const versions: unknown = isObject(current) ? current["versions"] : current;
  return Array.isArray(versions) ? versions.filter(isObject) : [];
}
