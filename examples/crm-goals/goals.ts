import type { TargetRow } from "reverse-funnel/rows";

/** Ids of a CRM by the names of a plan. */
export type Owners<Id> = Readonly<Record<string, Id>>;

/** A row with its days, and the id of whom it is for. */
interface Owned<Id> {
  readonly row: TargetRow & { readonly from: string; readonly to: string };
  readonly owner: Id;
}

/** Rows with their owners. A name without an id, and a row without days, would be a goal lost without a word: both throw. */
function owned<Id>(rows: readonly TargetRow[], owners: Owners<Id>): readonly Owned<Id>[] {
  return rows.map((row) => {
    const { from, to } = row;
    const name = row.person ?? row.team ?? "";
    const owner = owners[name];
    if (owner === undefined) throw new Error(`no id for ${JSON.stringify(name)}`);
    if (from === null || to === null) throw new Error(`no days for ${row.stage}`);
    return { row: { ...row, from, to }, owner };
  });
}

/**
 * Records of Salesforce's object ForecastingQuota: one for each month, a number of deals and what they are worth. The forecast
 * type must be of the kind that the figure has: `QuotaAmount` counts in one by amount, `QuotaQuantity` in one by quantity.
 */
export function salesforceQuotas(
  rows: readonly TargetRow[],
  owners: Owners<string>,
  { value, forecastingTypeId, currency }: { value: number; forecastingTypeId: string; currency: string },
) {
  const wins = rows.filter(({ kind }) => kind === "win");
  return owned(wins, owners).map(({ row: { from, target }, owner }) => ({
    QuotaOwnerId: owner,
    ForecastingTypeId: forecastingTypeId,
    StartDate: from,
    QuotaAmount: target * value,
    QuotaQuantity: target,
    CurrencyIsoCode: currency,
  }));
}

/**
 * Bodies for HubSpot's goal targets (`POST /crm/v3/objects/goal_targets`): one for each person and month. All targets of one
 * goal share `hs_group_correlation_uuid`, so HubSpot shows them as one.
 */
export function hubSpotGoals(
  rows: readonly TargetRow[],
  owners: Owners<string>,
  { name, family }: { name: string; family: string },
) {
  const work = rows.filter(({ kind, person }) => kind === "work" && person !== null);
  return owned(work, owners).map(({ row: { from, to, target }, owner }) => ({
    properties: {
      hs_goal_name: name,
      hs_target_amount: String(target),
      hs_start_datetime: `${from}T00:00:00Z`,
      hs_end_datetime: `${to}T23:59:59.999Z`,
      hubspot_owner_id: owner,
      hs_group_correlation_uuid: family,
    },
  }));
}

/** Bodies for Pipedrive's goals (`POST /v1/goals`): one for each person and month, since a goal has one target. */
export function pipedriveGoals(
  rows: readonly TargetRow[],
  owners: Owners<number>,
  { activityTypes }: { activityTypes: readonly number[] },
) {
  const work = rows.filter(({ kind, person }) => kind === "work" && person !== null);
  return owned(work, owners).map(({ row: { from, to, stage, target }, owner }) => ({
    title: `${stage}, ${from.slice(0, 7)}`,
    assignee: { id: owner, type: "person" },
    type: { name: "activities_completed", params: { pipeline_id: null, activity_type_id: activityTypes } },
    expected_outcome: { target, tracking_metric: "quantity" },
    duration: { start: from, end: to },
    interval: "monthly",
  }));
}
