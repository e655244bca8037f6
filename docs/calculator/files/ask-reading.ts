import { startAsking } from "../answer/asking.js";
import type { ReadingAnswer, ReadingQuestion } from "./reading.js";

const ask = startAsking<ReadingQuestion, ReadingAnswer>(
  () => new Worker(new URL("./reading-worker.js", import.meta.url), { type: "module" }),
);

/** What an export says; the newest question is answered, an older one that was not begun yet never is. */
export function askReading(question: ReadingQuestion): Promise<ReadingAnswer> {
  return new Promise((answered) => {
    ask(question, ({ answer, problem }) => {
      answered(answer ?? { kind: "problem", problem: `${question.file.name} cannot be read: ${problem}` });
    });
  });
}
