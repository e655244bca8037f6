import { Worker } from "node:worker_threads";

/** How far the note is: each value of the one shared cell, in the order in which they come. */
const [WAITING, WRITING, WRITTEN, CALLED_OFF] = [0, 1, 2, 3] as const;

/** Runs in a thread of its own: waits, and writes unless it was called off meanwhile. */
const WAIT_AND_WRITE = `
const { writeSync } = require("node:fs");
const { cell, milliseconds, descriptor, text } = require("node:worker_threads").workerData;
const state = new Int32Array(cell);
Atomics.wait(state, 0, ${WAITING}, milliseconds);
if (Atomics.compareExchange(state, 0, ${WAITING}, ${WRITING}) === ${WAITING}) {
  try { writeSync(descriptor, text); } catch {}
  Atomics.store(state, 0, ${WRITTEN});
  Atomics.notify(state, 0);
}`;

/**
 * Writes a text to a file descriptor after some time, even while this thread is busy: a timer would have to wait until the
 * work that the text is about is over. Returns what calls it off, and says whether it was already written.
 */
export function lateNote(descriptor: number, milliseconds: number, text: string): () => boolean {
  const cell = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const state = new Int32Array(cell);
  const workerData = { cell, milliseconds, descriptor, text };
  const worker = new Worker(WAIT_AND_WRITE, { eval: true, workerData });
  // Neither an answer nor an exit waits for a note; without a thread to spare there is none.
  worker.unref();
  worker.on("error", () => undefined);
  return () => {
    const was = Atomics.compareExchange(state, 0, WAITING, CALLED_OFF);
    Atomics.notify(state, 0);
    if (was === WRITING) Atomics.wait(state, 0, WRITING);
    return was === WRITING || was === WRITTEN;
  };
}
