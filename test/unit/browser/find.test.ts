import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findBrowser, isBrowserThere } from "../../browser/drive/find.ts";

const install = false;

describe.skipIf(process.platform !== "linux")("finding a browser", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "browsers-"));
    vi.stubEnv("CHROME_PATH", undefined);
    vi.stubEnv("FIREFOX_PATH", undefined);
    vi.stubEnv("CI", undefined);
    vi.stubEnv("PATH", folder);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  async function putProgram(name: string, mode = 0o755): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, "");
    await chmod(path, mode);
    return path;
  }

  it("believes CHROME_PATH before the PATH", async () => {
    await putProgram("chromium");
    const own = await putProgram("my-own-chrome");
    vi.stubEnv("CHROME_PATH", own);
    expect(await findBrowser("chromium", { install })).toBe(own);
  });

  it("says so when FIREFOX_PATH leads nowhere, instead of taking another Firefox", async () => {
    await putProgram("firefox");
    vi.stubEnv("FIREFOX_PATH", "/nowhere/firefox");
    await expect(findBrowser("firefox", { install })).rejects.toThrow(
      "FIREFOX_PATH is /nowhere/firefox, which is not a program that can be run here.",
    );
  });

  it.each([
    ["chromium", "google-chrome-stable"],
    ["firefox", "firefox-esr"],
  ] as const)("finds %s on the PATH as %s", async (browser, name) => {
    const path = await putProgram(name);
    expect(await findBrowser(browser, { install })).toBe(path);
  });

  it("says in one sentence what to install when there is none", async () => {
    await expect(findBrowser("chromium", { install })).rejects.toThrow(
      "No Chromium was found: install Chromium (Debian: apt-get install chromium), or set CHROME_PATH to its program.",
    );
  });

  it("lets tests be skipped without a browser on a person's machine, never in CI", async () => {
    expect(await isBrowserThere("firefox")).toBe(false);
    vi.stubEnv("CI", "1");
    expect(await isBrowserThere("firefox")).toBe(true);
  });
});
