import { defineConfig } from "vitest/config";

const preactJsx = { jsx: { runtime: "automatic", importSource: "preact" } } as const;

export default defineConfig({
  oxc: preactJsx,
  test: {
    projects: [
      {
        oxc: preactJsx,
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.{ts,tsx}"],
          maxWorkers: 2,
          // Properties over thousands of worlds take their time on a busy machine.
          testTimeout: 60_000,
        },
      },
      {
        oxc: preactJsx,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          // Each file has browsers and ports of its own; they wait more than they work, so two go together.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A browser that a busy machine let down gets one more try in CI, which names each that needed it.
          retry: process.env.CI ? 1 : 0,
        },
      },
    ],
  },
});
