import { expect, it } from "vitest";
import manifest from "../../../manifest.json" with { type: "json" };

it("opens the panel with a shortcut that both browsers take for a click on the icon", () => {
  const { _execute_action: open } = manifest.commands;
  // Chromium wants Ctrl or Alt in it; Alt with Shift is free of both browsers’ own.
  expect(open.suggested_key.default).toMatch(/^Alt\+Shift\+[A-Z]$/);
});
