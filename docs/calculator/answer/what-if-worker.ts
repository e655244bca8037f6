import { workerFormat } from "../reading/worker-format.js";
import { answerWith } from "./answer-with.js";
import { whatIfAnswer, type WhatIfAnswer, type WhatIfQuestion } from "./what-if.js";

/** Moves the numbers of a plan, away from the page. */
answerWith((question: WhatIfQuestion): WhatIfAnswer => whatIfAnswer(question, workerFormat(question.plan)));
