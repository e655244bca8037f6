import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How a browser is started on an address, with a fresh folder for what it wants to remember. */
export type StartBrowser = (folder: string, address: string) => readonly [string, ...string[]];

/** What a script says when a browser runs it as a module of a page: it sends that back to the server it came from. */
export async function saidInBrowser(script: string, start: StartBrowser): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "reverse-funnel-browser-"));
  let hear: (text: string) => void = () => undefined;
  const heard = new Promise<string>((resolve, reject) => {
    hear = resolve;
    setTimeout(() => {
      reject(new Error("the page said nothing within two minutes"));
    }, 120_000).unref();
  });
  const server = createServer((request, response) => {
    if (request.method === "POST") {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        response.end();
        hear(Buffer.concat(parts).toString("utf8"));
      });
      return;
    }
    const isScript = request.url === "/page.js";
    response.setHeader(
      "content-type",
      isScript ? "text/javascript; charset=utf-8" : "text/html; charset=utf-8",
    );
    response.end(isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const [command, ...args] = start(folder, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const browser = spawn(command, args, { stdio: "ignore", env: { ...process.env, HOME: folder } });
  try {
    return await heard;
  } finally {
    await new Promise((resolve) => {
      browser.once("exit", resolve);
      browser.kill("SIGKILL");
    });
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
