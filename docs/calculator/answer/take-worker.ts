import { workerFormat } from "../reading/worker-format.js";
import { answerWith } from "./answer-with.js";
import { takeAnswer, type TakeAnswer, type TakeQuestion } from "./take.js";

/** Writes reports, workbooks and calendars, away from the page. */
answerWith((question: TakeQuestion): TakeAnswer => takeAnswer(question, workerFormat(question.plan)));
