import { workerFormat } from "../reading/worker-format.js";
import { answerWith } from "./answer-with.js";
import { weekAnswer, type WeekAnswer, type WeekQuestion } from "./week.js";

/** Tells how a plan goes, away from the page. */
answerWith((question: WeekQuestion): WeekAnswer => weekAnswer(question, workerFormat(question.plan)));
