import type { Reply } from "./reply.js";

/** Makes a worker of a function: it answers every question that it is sent, and says why where it cannot. */
export function answerWith(answer: (question: never) => unknown): void {
  self.addEventListener("message", (event: MessageEvent) => {
    void replyTo(answer, event.data as never).then((reply) => {
      self.postMessage(reply);
    });
  });
}

async function replyTo(answer: (question: never) => unknown, question: never): Promise<Reply<unknown>> {
  try {
    return { answer: await answer(question) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
