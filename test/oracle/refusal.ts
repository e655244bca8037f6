/** Thrown where a valid plan has no finite answer: a win adds nothing, or a rate of 0 stands before a win. */
export class OracleRefusal extends Error {
  readonly code: "no-value" | "zero-rate";

  constructor(code: "no-value" | "zero-rate", message: string) {
    super(message);
    this.code = code;
  }
}
