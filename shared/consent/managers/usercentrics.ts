import { answered, type Basis, pending, type Reading } from "../reading.ts";

export const USERCENTRICS = "usercentrics";

type Service = {
  readonly id: string;
  readonly category: string;
  /** Given, by the visitor's own choice where there was one to make. */
  readonly isGranted: boolean;
};

type Details = {
  readonly consent?: { readonly required?: unknown; readonly type?: unknown };
  readonly services?: Readonly<
    Record<
      string,
      {
        readonly category?: unknown;
        readonly essential?: unknown;
        readonly consent?: { readonly given?: unknown; readonly type?: unknown };
      }
    >
  >;
};

/**
 * Reads what `__ucCmp.getConsentDetails()` resolves to (version 3). Its `serviceIds` mean what was
 * accepted or what was denied, as the status says; so each service is asked.
 */
export function readUsercentrics(details: unknown): Reading {
  const { consent, services } = { ...(details as Details) };
  if (!consent || typeof services !== "object" || services === null) return pending(USERCENTRICS);
  const isExplicit = consent.type === "EXPLICIT";
  const basis = consent.required === false ? "not required" : isExplicit ? "explicit" : "default";
  return read(
    Object.entries(services).map(([id, one]) => ({
      id,
      category: String(one?.category),
      // One that was added after the choice is given by default.
      isGranted:
        one?.consent?.given === true &&
        (one.essential === true || !isExplicit || one.consent.type === "EXPLICIT"),
    })),
    basis,
  );
}

type BaseService = {
  readonly id?: unknown;
  readonly categorySlug?: unknown;
  readonly consent?: {
    readonly status?: unknown;
    readonly history?: readonly { readonly type?: unknown }[];
  };
};

/** Reads what `UC_UI.getServicesBaseInfo()` returns (version 2): each service with the history of its consent. */
export function readUsercentricsServices(services: unknown, isRequired: unknown): Reading {
  if (!Array.isArray(services) || services.length === 0) return pending(USERCENTRICS);
  const all: readonly BaseService[] = services;
  const isExplicit = all.some(({ consent }) => consent?.history?.some(({ type }) => type === "explicit"));
  const basis = isRequired === false ? "not required" : isExplicit ? "explicit" : "default";
  return read(
    all.map(({ id, categorySlug, consent }) => ({
      id: String(id),
      category: String(categorySlug),
      isGranted: consent?.status === true,
    })),
    basis,
  );
}

/** Services by their id, and the categories of which every service is granted. Each site names its own. */
function read(services: readonly Service[], basis: Basis): Reading {
  const categories = [...new Set(services.map(({ category }) => category))].map((category) => ({
    id: category,
    isGranted: services.every((one) => one.category !== category || one.isGranted),
  }));
  const all = [...services, ...categories];
  const [granted = [], denied = []] = [true, false].map((wanted) =>
    all.filter(({ isGranted }) => isGranted === wanted).map(({ id }) => id),
  );
  return answered(USERCENTRICS, granted, denied, basis);
}
