/** The header in which a content network says the country, or a function that knows it. */
export type CountryOf = string | ((request: Request) => string | undefined);

/** The country of a request as two capital letters; undefined where it is not said, or not one. */
export function countryOf(request: Request, from: CountryOf | undefined): string | undefined {
  const said = typeof from === "string" ? (request.headers.get(from) ?? undefined) : from?.(request);
  // Cloudflare says XX for unknown and T1 for Tor.
  return said !== undefined && /^[A-Z]{2}$/.test(said) && said !== "XX" ? said : undefined;
}
