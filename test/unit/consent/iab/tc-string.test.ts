import { type TCModel, TCString } from "@iabtechlabtcf/core";
import { describe, expect, it } from "vitest";
import { DISCLOSED_VENDORS, tcStringIn, undisclosed } from "../../../../shared/consent/iab/tc-string.ts";
import { strings } from "./tc-strings.json";

describe("a TC string", () => {
  it.each(strings.map(({ name, tc }) => [name, tc]))(
    "says of itself what the real decoder says: %s",
    (_, tc) => {
      const model: TCModel = TCString.decode(tc);
      const read = tcStringIn(tc);
      expect(read?.version).toBe(model.version);
      expect(read?.updated).toBe(model.lastUpdated.getTime());
      expect(read?.segments.includes(DISCLOSED_VENDORS)).toBe(
        model.vendorsDisclosed.size > 0 || tc.includes(".I"),
      );
    },
  );

  it.each(["", "C", "not a string of theirs", "CQuI%QAQuIxQAAfABBENARE", `C${"A".repeat(60_000)}`])(
    "is none: %s",
    (text) => {
      expect(tcStringIn(text)).toBeUndefined();
    },
  );

  it("has consent for vendors that nobody was shown, where the API says both", () => {
    expect(undisclosed({ consents: { 1: true, 2: true, 3: false }, disclosedVendors: { 1: true } })).toBe(1);
    expect(undisclosed({ consents: { 1: true }, disclosedVendors: { 1: true, 2: true } })).toBe(0);
    expect(undisclosed({ consents: { 1: true } })).toBeUndefined();
  });
});
