/**
 * Every code that an issue can have, and what it means. The sentence of a code is what `docs/codes.md` says of it; the type
 * says what the issue is about, which a reader of texts needs to point at the right word.
 */
interface IssueCodes {
  // Data of any origin
  /** A function, a symbol or another value that data cannot hold. */
  "data.type": "value";
  /** An object contains itself. */
  "data.cycle": "value";
  /** Objects are nested deeper than any plan is. */
  "data.too-deep": "value";
  /** The data is larger than any plan is. */
  "data.too-large": "value";
  /** The funnel has more stages than any has. */
  "funnel.too-long": "value";
  /** The number of stages times the days is more than an answer can hold. */
  "period.too-long": "value";
  /** More people are named than a plan may name. */
  "people.too-many": "value";
  /** More units of the pipeline are written one by one than a plan may hold. */
  "pipeline.too-long": "value";
  /** A text or a key is longer than a plan may hold. */
  "text.too-long": "value";
  /** A `Date` object, where a date is a text without a time. */
  "date.object": "value";
  /** Something must be written here and nothing is. */
  "value.missing": "value";
  /** The value is of another kind than expected: a text where a list should be. */
  "value.type": "value";
  /** The word is not one of the choices. */
  "value.choice": "value";
  /** The key is not known here. */
  "key.unknown": "key";
  /** The key had this name in an earlier version. */
  "key.renamed": "key";
  /** The same key is written twice. */
  "key.duplicate": "key";
  /** A name must be a text. */
  "name.type": "value";
  /** A name must have at least one character. */
  "name.empty": "value";
  /** The word is reserved, because answers use it or because JavaScript does. */
  "name.reserved": "value";
  /** Two things of one kind have the same name. */
  "name.duplicate": "value";
  /** A list must have at least one entry. */
  "list.empty": "value";

  // Values of a plan
  /** Not a plain number. */
  "number.invalid": "value";
  /** The number must not be below 0. */
  "number.negative": "value";
  /** The number must be whole. */
  "number.whole": "value";
  /** Not an amount: neither a number nor a change in percent of what there is now or was last period. */
  "amount.invalid": "value";
  /** Not a rate from 0 to 1, or one that reads two ways, such as 25. */
  "rate.invalid": "value";
  /** Not a date. */
  "date.invalid": "value";
  /** Not a period. */
  "period.invalid": "value";
  /** Not a lag. */
  "lag.invalid": "value";
  /** Not a spread. */
  "spread.invalid": "value";
  /** Not a time limit. */
  "within.invalid": "value";
  /** Not a currency code of ISO 4217. */
  "currency.unknown": "value";
  /** The plan is written for another version. */
  "version.unknown": "value";

  // The rules between the parts of a plan
  /** What is to be added is written, and the metric counts the whole. */
  "goal.change": "value";
  /** The goal has a unit, and its metric has its own. */
  "goal.unit": "value";
  /** The goal says how to count what is paid, and its metric does not count that. */
  "goal.by": "value";
  /** The metric needs a part of the plan that is not written. */
  "metric.needs": "value";
  /** The deal's value is per month or per year where the metric needs it otherwise. */
  "deal.per": "value";
  /** Churn says none or several of its kinds, or one that the metric does not count. */
  "churn.kind": "value";
  /** A share of new customers that leave again, beside what is earned within the period. */
  "churn.earned": "value";
  /** Expansion says neither or both of `mrr` and `rate`. */
  "expansion.kind": "value";
  /** Contraction says neither or both of `mrr` and `rate`. */
  "contraction.kind": "value";
  /** Repeat purchases say none or several of `rate`, `customers` and `amount`. */
  "repeat.kind": "value";
  /** A repeat purchase has no value, or one beside an amount. */
  "repeat.value": "value";
  /** A renewal says neither or both of `mrr` and `customers`, or one that the metric does not count. */
  "renewal.kind": "value";
  /** Contracts are up for renewal on no date, or on one that is not of the period. */
  "renewal.due": "value";
  /** More is up for renewal than the base has. */
  "renewal.sum": "value";
  /** A rate of the base says no span, or another than the other rates do. */
  "rate.per": "value";
  /** A stage has a rate of its own and one of another stage. */
  "rate.both": "value";
  /** A stage names itself as the one whose rate it has. */
  "rate.itself": "value";
  /** The stage whose rate is wanted has the rate of yet another one. */
  "rate.chain": "value";
  /** A deal value that differs from win to win is not written as a mean and a standard deviation. */
  "value.spread": "value";
  /** Churn and contraction take more than the whole base. */
  "rate.sum": "value";
  /** The chance that is asked for is not between 0% and 100%. */
  "chance.range": "value";
  /** A chance is asked of a profit, whose costs would grow with the work for it. */
  "chance.profit": "value";
  /** A chance is asked for where units come back to a stage behind others, by rates that are known from samples. */
  "chance.returns": "value";
  /** A chance is asked of what is earned within the period, which depends on the days of the wins. */
  "chance.earned": "value";
  /** A chance is asked of several goals, and more than one is uncertain in its own way. */
  "chance.goals": "value";
  /** A buffer beside a chance: one margin is enough. */
  "chance.buffer": "value";
  /** A spread of each month, and the period has no months. */
  "spread.month": "value";
  /** A part of the goal's profile is not a range of dates. */
  "profile.part": "key";
  /** The parts of the goal's profile leave days of the period out, or hold days twice. */
  "profile.cover": "value";
  /** The shares of the goal's profile do not make 100%. */
  "profile.sum": "value";
  /** A goal for each month, and the period is not made of whole months. */
  "every.months": "value";
  /** Something that a goal for each month cannot stand beside. */
  "every.beside": "value";
  /** Both a goal and several goals. */
  "goals.both": "value";
  /** A list of goals with fewer than two. */
  "goals.few": "value";
  /** Two of several goals have the same metric. */
  "goals.alike": "value";
  /** A measured outcome, and the plan has several goals. */
  "snapshot.goals": "value";
  /** Several goals over different periods. */
  "goals.period": "value";
  /** What holds for all goals is said with more than one of them. */
  "goals.once": "value";
  /** The deal's value means something else for one goal than for another. */
  "goals.value": "value";
  /** Something that several goals cannot stand beside. */
  "goals.beside": "value";
  /** Something with a date, and the period has no dates. */
  "period.undated": "value";
  /** A channel is to bring the rest at a stage to which the stages before it bring that. */
  "sources.place": "value";
  /** Units are to come back to a stage that they have not passed. */
  "returns.place": "value";
  /** Channels enter at a stage that units which come back pass again. */
  "returns.channel": "value";
  /** Two ways back lead over the same stages. */
  "returns.crossed": "value";
  /** Everything that comes back comes round again, without end. */
  "returns.loop": "value";
  /** A lag in working days at a stage that units which come back pass again. */
  "returns.lag": "value";
  /** Statements for a warehouse are asked of a plan in which units come back. */
  "returns.warehouse": "value";
  /** A channel says none or several of share, units and rest. */
  "share.kind": "value";
  /** More than one channel has `rest: true`, or it is not `true`. */
  "share.rest": "value";
  /** No channel has a share or `rest: true`, so nothing follows the goal. */
  "share.missing": "value";
  /** The shares of the channels do not make 100%. */
  "share.sum": "value";
  /** The owner is not one of the teams. */
  "owner.unknown": "value";
  /** The activity is not one of the plan. */
  "activity.unknown": "key";
  /** The stage is not one of the funnel. */
  "stage.unknown": "key";
  /** A team says neither or both of `headcount` and `people`. */
  "team.headcount": "value";
  /** What an hour costs is written of some people of a team, and not of all. */
  "team.cost": "value";
  /** A team is paid for being there, and how many hours or how much is not written. */
  "team.paid": "value";
  /** Somebody leaves before they start. */
  "person.leaves": "value";
  /** Somebody works on a weekday that is off in the plan. */
  "person.workdays": "value";
  /** Somebody's absence begins after the plan ends. */
  "person.absences": "value";
  /** A habit says none or several of `atLeast`, `atMost` and `share`. */
  "habit.kind": "value";
  /** A habit does not say over which span it counts. */
  "habit.per": "value";
  /** A habit with a share does not say within which limit. */
  "habit.within": "value";
  /** The counts of a habit are not in the order of their dates. */
  "habit.dates": "value";
  /** A task waits for one that is not in the plan. */
  "task.unknown": "value";
  /** Tasks wait for each other in a circle. */
  "task.circle": "value";

  // Solving
  /** A count exceeds 2^53 − 1. */
  "count.too-large": "value";
  /** A chance is asked for, and the goal takes too many wins to compute it. */
  "chance.too-large": "value";
  /** From `solveOrThrow`: the reason `zero-rate`. */
  "infeasible.zero-rate": "value";
  /** From `solveOrThrow`: the reason `no-value`. */
  "infeasible.no-value": "value";
  /** From `solveOrThrow`: the reason `available`. */
  "infeasible.available": "value";
  /** From `solveOrThrow`: the reason `no-time`. */
  "infeasible.no-time": "value";
  /** From `solveOrThrow`: the reason `capacity`. */
  "infeasible.capacity": "value";
  /** From `solveOrThrow`: the reason `budget`. */
  "infeasible.budget": "value";
  /** From `solveOrThrow`: the reason `chance`. */
  "infeasible.chance": "value";

  // Looking ahead, and what if
  /** Something in the snapshot happens after its day. */
  "snapshot.late": "value";
  /** The earlier snapshot is not of an earlier day. */
  "snapshot.order": "value";
  /** The horizon is not a day within ten years after the snapshot. */
  "horizon.invalid": "value";
  /** Not a pace, or several at once. */
  "pace.invalid": "value";
  /** The share of all cases that a range is to hold is not above 0% and below 100%. */
  "range.invalid": "value";
  /** The recent days are not a number of working days. */
  "pace.recent": "value";
  /** A pace is given for a stage whose units come from the stages before it. */
  "pace.milestone": "value";
  /** The place in the plan that a scenario changes does not exist. */
  "change.path": "value";
  /** No number that can be solved for is at this path. */
  "path.not-solvable": "value";
  /** The deal value cannot be solved for while deals of the pipeline have values of their own. */
  "pipeline.values": "value";
  /** Today's activity is not given. */
  "given.missing": "value";
  /** No work starts at this stage, so no activity can be given for it. */
  "stage.no-work": "value";

  // Several plans, people and the scorecard
  /** Plans that share teams have different short days, or weeks that begin on different days. */
  "align.calendar": "value";
  /** A plan without dates cannot be aligned with others. */
  "align.undated": "value";
  /** Goals in different units or currencies cannot be added up. */
  "align.unit": "value";
  /** Two plans describe one team differently. */
  "team.contradiction": "value";
  /** The person is not in one of the plan's teams. */
  "person.unknown": "value";
  /** The weeks of a history are not in order. */
  "history.order": "value";
  /** The cases of a habit are not rows of dates and counts. */
  "cases.invalid": "value";
  /** The habit is not one of the plan, or has no share. */
  "habit.unknown": "value";

  // Plans as text
  /** The text is not YAML. */
  "yaml.syntax": "value";
  /** The text is empty. */
  "yaml.empty": "value";
  /** The text has several documents. */
  "yaml.documents": "value";
  /** A key is not a text or a number. */
  "yaml.key": "value";
  /** An alias points at nothing, or aliases multiply beyond reason. */
  "yaml.aliases": "value";
  /** A comma in a number ends the value there. */
  "yaml.comma": "value";

  // Files and exports
  /** A sample of the table is not a table with columns that are known. */
  "table.unreadable": "value";
  /** The file has no rows. */
  "table.empty": "value";
  /** A column that is needed is not in the file. */
  "column.missing": "value";
  /** Two columns have the same name. */
  "column.repeated": "value";
  /** A column that nobody mapped looks like one that would be read. */
  "column.looks-like": "value";
  /** These columns are not read. */
  "column.unread": "value";
  /** A column names a stage that is not in the funnel. */
  "column.stage-unknown": "value";
  /** The mapping names a stage that is not in the funnel. */
  "map.stage-unknown": "value";
  /** The row of the headers is not a whole number from 1. */
  "row.invalid": "value";
  /** The headers are not in the first row. */
  "header.below": "value";
  /** The headers are in the file once more. */
  "row.header": "value";
  /** A row has totals of other rows. */
  "row.total": "value";
  /** A row is longer than a million characters. */
  "row.too-long": "value";
  /** A row opens a quote that never closes. */
  "row.unclosed-quote": "value";
  /** A row has more cells than the header. */
  "row.too-wide": "value";
  /** Characters were lost when the file was read. */
  "text.damaged": "value";
  /** The file is an Excel workbook. */
  "text.excel": "value";
  /** The text was read in another encoding than it was written in. */
  "text.nul": "value";
  /** A row has no id. */
  "id.missing": "value";
  /** The file has no column of ids, so each row is a deal of its own. */
  "id.none": "value";
  /** The row is a deal that was deleted. */
  "deal.deleted": "value";
  /** Several rows are the same deal. */
  "deal.repeated": "value";
  /** The deal was closed and opened again. */
  "deal.reopened": "value";
  /** The deal's first step is at a later stage. */
  "deal.begins-late": "value";
  /** Deals of several pipelines are read as one funnel. */
  "pipeline.mixed": "value";
  /** The deal is in a pipeline that was not asked for. */
  "pipeline.other": "value";
  /** The deal is in a stage that the mapping leaves out. */
  "stage.left-out": "value";
  /** A row says no stage. */
  "stage.missing": "value";
  /** The status is neither open, won nor lost. */
  "status.unknown": "value";
  /** The deal went back to an earlier stage. */
  "step.backwards": "value";
  /** It is not known when the deal entered its stage. */
  "step.undated": "value";
  /** It is not known when the deal was won or lost. */
  "close.undated": "value";
  /** The deal was lost before its last step. */
  "close.early": "value";
  /** The deal ended before its first step. */
  "lag.negative": "value";
  /** A closed deal carries no day at all. */
  "date.none": "value";
  /** The row has no date where one is needed. */
  "date.missing": "value";
  /** A date in the order that the mapping does not say. */
  "date.order": "value";
  /** All dates of the column read both ways, such as 3/4/2026. */
  "date.ambiguous": "value";
  /** Times carry hours, and no time zone says where days begin. */
  "days.utc": "value";
  /** What the row tells happened after the day as of which the file is read. */
  "row.later": "value";
  /** The deal went on after the day as of which the file is read. */
  "row.overtaken": "value";
  /** A value is not an amount. */
  "value.unreadable": "value";
  /** A value reads two ways, such as 1.234. */
  "value.ambiguous": "value";
  /** A value is below 0. */
  "value.negative": "value";
  /** Values were converted into the company's currency already. */
  "value.converted": "value";
  /** Deals are in several currencies, and no exchange rate is given. */
  "currency.mixed": "value";
  /** A probability is not one. */
  "probability.unreadable": "value";
  /** A row of an activity log says no activity. */
  "activity.missing": "value";
  /** A count of an activity log is not a whole number. */
  "count.invalid": "value";
  /** Counts of a history say of no day, or of several, that it is their last. */
  "counts.day": "value";
}

/** What kind of fault an issue is; `docs/codes.md` lists them all. */
export type IssueCode = keyof IssueCodes;

/** The codes of issues about a key rather than about the value that stands at it. */
export type KeyIssueCode = {
  [Code in IssueCode]: IssueCodes[Code] extends "key" ? Code : never;
}[IssueCode];
