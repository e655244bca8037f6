import { parentPort, workerData } from "node:worker_threads";

import { safeParsePlan, solve } from "reverse-funnel";

const read = safeParsePlan(workerData);
parentPort.postMessage(
  read.success
    ? { status: "solved", answer: solve(read.data) }
    : { status: "invalid", issues: read.error.issues },
);
