import type { CompiledPlan } from "../model/compile.js";
import { afterRelief, assignedIn, assignedInAll, computeQuotas, type Quota } from "../model/quota.js";
import { encodeExact } from "../number/exact-string.js";
import { divide, isZero, type Ratio } from "../number/ratio.js";
import type { QuotasAnswer, QuotaTarget } from "./answer.js";

/** The quotas of teams and people with their relief, and how far they cover the goal; undefined where the plan has none. */
export function quotasAnswer(compiled: CompiledPlan): QuotasAnswer | undefined {
  const quotas = computeQuotas(compiled);
  if (quotas.length === 0) return undefined;
  const all = assignedInAll(quotas);
  return {
    each: quotas.map((quota) => quotaTarget(quotas, quota)),
    assigned: encodeExact(all),
    overAssignment: quotient(all, compiled.bridge.goal),
  };
}

function quotaTarget(quotas: readonly Quota[], quota: Quota): QuotaTarget {
  const assigned = quota.person === undefined ? assignedIn(quotas, quota.team) : undefined;
  const left = afterRelief(quota);
  return {
    team: quota.team,
    person: quota.person ?? null,
    quota: encodeExact(quota.quota),
    presentShare: encodeExact(quota.present),
    relief: encodeExact(quota.relief),
    afterRelief: encodeExact(left),
    overAssignment: assigned === undefined ? null : quotient(assigned, left),
  };
}

function quotient(assigned: Ratio, of: Ratio): string | null {
  return isZero(of) ? null : encodeExact(divide(assigned, of));
}
