declare const advice: unique symbol;

/** Stands in the compiler's message where data of unknown type is handed to a verb: read it with `parsePlan` first. */
export interface DataThatParsePlanReadsFirst {
  readonly [advice]: "write solve(parsePlan(data)): this data is not known to be a plan";
}

/**
 * Refuses data of type `unknown` where a plan is taken, with a message that names {@link DataThatParsePlanReadsFirst}; of
 * whatever is known it asks nothing. `Given` is inferred from what is handed in and never written. Data of type `any`
 * escapes, as it escapes every type; it is still read strictly when the program runs.
 *
 * The intersection stands in the verb's own signature, because the compiler prints an alias by its name only:
 *
 * ```ts
 * function solve<const Stage extends string, const Team extends string = string, Given = PlanInput>(
 *   plan: PlanInput<Stage, Team> & Unread<Given>,
 * ): Solution<Stage>;
 * ```
 */
export type Unread<Given> = unknown extends Given
  ? UnlessAny<Given>
  : // Mentions `Given` because the compiler infers it from the branches; nothing but `never` takes this one.
    [Given] extends [never]
    ? Given
    : unknown;

type UnlessAny<Given> = 0 extends 1 & Given ? unknown : DataThatParsePlanReadsFirst;
