import { copyFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

// Your bundler does this for you; esbuild is named only to have a page that opens.
const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

await build({
  entryPoints: [here("page.tsx")],
  outfile: here("out/page.js"),
  bundle: true,
  format: "esm",
  jsx: "automatic",
  minify: true,
  define: { "process.env.NODE_ENV": '"production"' },
});
copyFileSync(here("index.html"), here("out/index.html"));
console.log("Serve examples/react-page/out and open it, for example with npx serve examples/react-page/out");
