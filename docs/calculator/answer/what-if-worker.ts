import { workerFormat } from "../reading/worker-format.js";
import { answerWith } from "./answer-with.js";
import { whatIfAnswers, type WhatIfAnswer, type WhatIfQuestion } from "./what-if.js";

const answer = whatIfAnswers();

/** Moves the numbers of a plan, away from the page. */
answerWith((question: WhatIfQuestion): WhatIfAnswer => answer(question, workerFormat(question.plan)));
