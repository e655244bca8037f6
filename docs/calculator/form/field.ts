import type { Path } from "reverse-funnel";

/** How the text of a field becomes a part of the plan, and back. */
export type FieldKind = "amount" | "whole" | "rate" | "lag" | "days" | "text" | "date";

/** One thing to choose from. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One field of the form: where it stands in the plan and how it is asked for. */
export interface FieldSpec {
  readonly path: Path;
  readonly label: string;
  readonly kind: FieldKind;
  /** A sentence below the field. */
  readonly hint?: string;
  /** What can be chosen; without it, anything can be typed. */
  readonly choices?: readonly Choice[];
  /** What others wrote in fields of this kind: offered while typing. */
  readonly list?: "owners";
  readonly placeholder?: string;
  /** What a slider beside it is called for those who hear the page; without it there is none. */
  readonly slider?: string;
}

/** A field with what stands in it now. */
export interface Field extends FieldSpec {
  /** The text; null where the plan says it in a way that the field cannot hold (it is kept as it is). */
  readonly text: string | null;
  /** What is wrong with it, as a sentence. */
  readonly problem: string | null;
  /** Whether it must still be filled in: asked for kindly, and not an error until it was left empty. */
  readonly wanted: boolean;
}
