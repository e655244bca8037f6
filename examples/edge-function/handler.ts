import { safeParsePlan, solve } from "reverse-funnel";

/** More than any honest plan takes. */
const MOST_BYTES = 100_000;

/** Solves the plan in the body of a request: `fetch` as Cloudflare Workers, Deno, Bun and others call it. */
async function fetch(request: Request): Promise<Response> {
  if (request.method !== "POST") return Response.json({ error: "POST a plan as JSON" }, { status: 405 });
  const text = await textUpTo(MOST_BYTES, request);
  if (text === null)
    return Response.json({ error: `a plan has at most ${MOST_BYTES} bytes` }, { status: 413 });
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return Response.json({ error: "the body is not JSON" }, { status: 400 });
  }
  const read = safeParsePlan(body);
  if (!read.success) return Response.json({ issues: read.error.issues }, { status: 422 });
  return Response.json(solve(read.data));
}

/** The body, read no further than it may be long: the header that says its length can lie. */
async function textUpTo(most: number, { body }: Request): Promise<string | null> {
  if (body === null) return "";
  const decoder = new TextDecoder();
  const reader = body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  let [text, bytes] = ["", 0];
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > most) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

export default { fetch };
