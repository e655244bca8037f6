import { said } from "./entry.mjs";

console.log(said);
