import { chromiumPath } from "./chromium.js";
import { installPackages } from "./ensure-program.js";

// The tests look at pages in a real browser. Where there is none and Debian's own can be installed, this does it; a machine
// of another kind is told what it needs. A plain font comes along: without one, every page is as empty as the next.

const ADVICE =
  "The tests open pages in Chromium. Install it (on Debian: apt-get install chromium fonts-dejavu-core), or set " +
  "CHROMIUM_PATH to the program of a Chromium or Chrome that is there already.";

if (
  chromiumPath() === undefined &&
  !(installPackages(["chromium", "fonts-dejavu-core"]) && chromiumPath() !== undefined)
) {
  console.error(ADVICE);
  process.exitCode = 1;
}
