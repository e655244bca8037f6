// A worker at the edge: it answers a request with what the calls gave.
import { said } from "./entry.mjs";

export default { fetch: async () => new Response(await said) };
