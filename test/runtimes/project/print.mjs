import { said } from "./entry.mjs";

console.log(await said);
