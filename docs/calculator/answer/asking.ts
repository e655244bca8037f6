import type { Reply } from "./reply.js";

/** Asks a question; an older one that was not begun yet is dropped. */
export type Ask<Question, Answer> = (question: Question, then: (reply: Reply<Answer>) => void) => void;

interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly then: (reply: Reply<Answer>) => void;
}

/** Puts one question at a time to a worker, always the newest; a worker that failed is replaced for the next one. */
export function startAsking<Question, Answer>(start: () => Worker): Ask<Question, Answer> {
  let asked: Waiting<Question, Answer> | null = null;
  let next: Waiting<Question, Answer> | null = null;
  let worker: Worker | null = null;
  return (question, then) => {
    if (asked === null) put({ question, then });
    else next = { question, then };
  };

  function put(waiting: Waiting<Question, Answer>): void {
    asked = waiting;
    worker ??= listened();
    worker.postMessage(waiting.question);
  }

  function listened(): Worker {
    const started = start();
    started.addEventListener("message", ({ data }: MessageEvent<Reply<Answer>>) => {
      settle(data);
    });
    started.addEventListener("error", ({ message }) => {
      started.terminate();
      worker = null;
      settle({ problem: message });
    });
    return started;
  }

  function settle(reply: Reply<Answer>): void {
    const then = asked?.then;
    const waiting = next;
    asked = next = null;
    then?.(reply);
    if (waiting !== null) put(waiting);
  }
}
