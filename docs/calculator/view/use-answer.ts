import { useEffect, useState } from "preact/hooks";
import { startAsking, type Ask } from "../answer/asking.js";

/** A worker for each line of questions, kept for the next one. */
const asks = new Map<string, Ask<unknown, unknown>>();

/**
 * The asking of a worker, which is started when it is first asked. Questions of one line wait for each other, and the newest
 * replaces those that wait; what must not be replaced by others has a line, and a worker, of its own.
 */
export function askOf<Question, Answer>(worker: string, line = ""): Ask<Question, Answer> {
  const key = `${worker} ${line}`;
  const known =
    asks.get(key) ??
    startAsking<unknown, unknown>(
      () => new Worker(new URL(`./${worker}.js`, import.meta.url), { type: "module" }),
    );
  asks.set(key, known);
  return known as Ask<Question, Answer>;
}

/** What a worker answered, and whether that is the answer to the newest question. */
export interface Asked<Answer> {
  readonly answer: Answer | null;
  readonly isFresh: boolean;
  readonly problem: string | null;
}

/**
 * Asks a worker whenever the question is another one; the last answer stays until a newer one has come.
 *
 * @param question the same object as long as nothing of it has changed; null where there is nothing to ask
 */
export function useAnswer<Answer>(worker: string, question: object | null): Asked<Answer> {
  const [known, setKnown] = useState<{
    readonly of: object | null;
    readonly answer: Answer | null;
    readonly problem: string | null;
  }>({ of: null, answer: null, problem: null });
  useEffect(() => {
    if (question === null) return undefined;
    let isWanted = true;
    askOf<object, Answer>(worker)(question, ({ answer = null, problem = null }) => {
      if (isWanted) setKnown({ of: question, answer, problem });
    });
    return () => {
      isWanted = false;
    };
  }, [worker, question]);
  return {
    answer: question === null ? null : known.answer,
    isFresh: known.of === question,
    problem: known.problem,
  };
}
