/** Why no chance is told. */
interface NoChanceData {
  /** `too-much-to-count`: there are more units, or more values, than can be worked out. */
  readonly code: "too-much-to-count";
}

/** The same with its sentence. */
export type NoChance = NoChanceData & {
  /** The reason in a sentence. */
  readonly text: string;
};

/** Says why no chance is told. */
export function saidNoChance(reason: NoChanceData): NoChance {
  return { ...reason, text: sayNoChance(reason) };
}

/** Why no chance is told, in a sentence. */
function sayNoChance({ code }: NoChanceData): string {
  return SENTENCES[code];
}

const SENTENCES: Readonly<Record<NoChanceData["code"], string>> = {
  "too-much-to-count":
    "No chance is told, because there are more units under way than it can be worked out for; count in larger units.",
};
