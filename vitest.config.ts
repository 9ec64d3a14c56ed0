import { defineConfig } from "vitest/config";

const preactJsx = { jsx: { runtime: "automatic", importSource: "preact" } } as const;

export default defineConfig({
  oxc: preactJsx,
  test: {
    projects: [
      {
        oxc: preactJsx,
        // Properties over thousands of worlds take their time on a busy machine.
        test: { name: "unit", include: ["test/unit/**/*.test.{ts,tsx}"], testTimeout: 60_000 },
      },
      {
        oxc: preactJsx,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          // Browsers and their ports are shared by the whole run: one file at a time on two cores.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A browser that a busy machine let down gets one more try in CI, which names each that needed it.
          retry: process.env.CI ? 1 : 0,
        },
      },
    ],
  },
});
