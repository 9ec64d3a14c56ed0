import { describe, expect, it, vi } from "vitest";
import type { ConsentSource } from "../../../../sdk/page/consent/source.ts";
import { watchConsent } from "../../../../sdk/page/consent/watch.ts";
import { answered, pending, type Reading, unanswered } from "../../../../shared/consent/reading.ts";
import type { ConsentRecord } from "../../../../shared/consent/record.ts";
import type { Manifest } from "../../../../shared/manifest/shape.ts";

const { signal } = new AbortController();
const manifest = {
  consent: {
    source: "cmp",
    gates: { storage: "kept", crm: "known" },
    regions: { "opt-out": ["US"] },
  },
} as unknown as Manifest;

/** Watches a manager that keeps this, and is told what it says. */
function watched(kept: Reading | undefined, { country }: { country?: string } = { country: "DE" }) {
  let now = kept;
  let tell: (reading: Reading) => void = () => {};
  const told = vi.fn<(record: ConsentRecord) => void>();
  const source: ConsentSource = {
    read: () => now,
    follow: (changed) => {
      tell = changed;
    },
  };
  const { record, reread } = watchConsent(manifest, country, [source], told, signal);
  const last = () => told.mock.calls.at(-1)?.[0] ?? record;
  return {
    record,
    reread,
    told,
    says: (reading: Reading) => tell(reading),
    keeps: (reading: Reading | undefined) => {
      now = reading;
    },
    corrects: () => last().sources[0]?.corrects,
    gates: () => last().gates,
  };
}

const both = answered("cmp", ["kept", "known"], []);
const some = answered("cmp", ["kept"], ["known"]);
const none = answered("cmp", [], ["kept", "known"]);

describe("what a manager says after its cookie was read", () => {
  it("corrects the cookie where it takes something back", () => {
    const cmp = watched(both);
    expect(cmp.record.gates).toMatchObject({ storage: "open", crm: "open" });
    cmp.says(some);
    expect(cmp.gates()).toMatchObject({ storage: "open", crm: "closed" });
    expect(cmp.corrects()).toEqual(["kept", "known"]);
  });

  it("stays on record with everything that is said later", () => {
    const cmp = watched(both);
    cmp.says(some);
    cmp.says(none);
    cmp.says(both);
    expect(cmp.corrects()).toEqual(["kept", "known"]);
  });

  it("corrects nothing where it says the same or more, nor by any later word: that is a choice", () => {
    const cmp = watched(some);
    cmp.says(both);
    expect(cmp.corrects()).toBeUndefined();
    cmp.says(none);
    expect(cmp.gates()).toMatchObject({ storage: "closed", crm: "closed" });
    expect(cmp.corrects()).toBeUndefined();
  });

  it("corrects nothing where there was no answer before", () => {
    const cmp = watched(pending("cmp"));
    cmp.says(none);
    expect(cmp.corrects()).toBeUndefined();
  });
});

describe("what another page may have changed", () => {
  it("counts where something was taken back", () => {
    const cmp = watched(both);
    cmp.keeps(some);
    cmp.reread();
    expect(cmp.gates()).toMatchObject({ storage: "open", crm: "closed" });
  });

  it("opens nothing that the manager has closed here: its cookie may be behind", () => {
    const cmp = watched(both);
    cmp.says(none);
    cmp.reread();
    expect(cmp.gates()).toMatchObject({ storage: "closed", crm: "closed" });
  });

  it("takes nothing back where the cookie is gone and nothing had been granted", () => {
    const cmp = watched(none);
    cmp.keeps(unanswered("cmp"));
    cmp.reread("US");
    expect(cmp.gates()).toMatchObject({ storage: "closed", crm: "closed" });
  });

  it("is weighed by the country, once it is known", () => {
    const cmp = watched(unanswered("cmp"), {});
    expect(cmp.record.gates.storage).toBe("unknown");
    cmp.reread("US");
    expect(cmp.gates().storage).toBe("open");
    cmp.reread();
    expect(cmp.gates().storage).toBe("open");
  });
});

describe("whoever follows consent", () => {
  it("is told nothing by a source that answers while it is being asked", () => {
    const told = vi.fn();
    const eager: ConsentSource = { read: () => pending("cmp"), follow: (changed) => changed(both) };
    const { record } = watchConsent(manifest, "DE", [eager], told, signal);
    expect(told).not.toHaveBeenCalled();
    expect(record.gates.storage).toBe("open");
  });

  it.each<[string, Partial<ConsentSource>]>([
    ["cannot be read", { read: () => fail() }],
    ["cannot be followed", { follow: () => fail() }],
  ])("has the other sources where one %s", (_, broken) => {
    const source: ConsentSource = { read: () => undefined, follow: () => {}, ...broken };
    const other: ConsentSource = { read: () => both, follow: () => {} };
    const { record } = watchConsent(manifest, "DE", [source, other], () => {}, signal);
    expect(record.gates.storage).toBe("open");
  });

  it("brings nothing of its own trouble to the source that tells it", () => {
    const cmp = watched(both);
    cmp.told.mockImplementation(() => fail());
    expect(() => cmp.says(none)).not.toThrow();
    expect(() => cmp.reread()).not.toThrow();
  });
});

function fail(): never {
  throw new Error("broken");
}
