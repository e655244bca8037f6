// A page: it sends what the calls gave to the server that it came from.
import { said } from "./entry.mjs";

await fetch("/said", { method: "POST", body: await said });
