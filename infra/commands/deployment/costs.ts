/** Prices of us-east-1 in US dollars, as of 2026-11-22: on-demand table, HTTP API, functions on arm64. */
export const prices = {
  date: '2026-11-22',
  readMillion: 0.125,
  writeMillion: 0.625,
  requestMillion: 1,
  invocationMillion: 0.2,
  gigabyteSecond: 0.0000133334,
};

/** What a visit does: six views, one of them signed in, and now and then somebody contributes. */
export const visit = {
  /** Requests that reach the gateway; the edge answers the other half of the lists. */
  requests: 5,
  readsPerRequest: 3,
  /** One visit in ten leaves a vote or a review: 5 units in the request, 3 after it. */
  writes: 0.8,
  milliseconds: 20,
  gigabytes: 1,
};

export type Estimate = { name: string; visits: number; parts: { name: string; usd: number }[]; usd: number };

/** A month's cost at so many visits a day. Free tiers, traffic, storage and mails are left out. */
export function estimate(name: string, visits: number): Estimate {
  const millions = (visits * 30) / 1_000_000;
  const requests = millions * visit.requests;
  // The projector runs about once for every contribution.
  const invocations = requests + millions * 0.1;
  const parts = [
    { name: 'gateway', usd: requests * prices.requestMillion },
    {
      name: 'functions',
      usd:
        invocations * prices.invocationMillion +
        invocations * 1_000_000 * (visit.milliseconds / 1000) * visit.gigabytes * prices.gigabyteSecond,
    },
    {
      name: 'table',
      usd: requests * visit.readsPerRequest * prices.readMillion + millions * visit.writes * prices.writeMillion,
    },
  ];
  return { name, visits, parts, usd: parts.reduce((sum, { usd }) => sum + usd, 0) };
}

/** The estimate at three sizes, a line each. */
export function estimateLines(): string[] {
  return [estimate('idle', 0), estimate('1,000 visits a day', 1000), estimate('100,000 visits a day', 100_000)].map(
    ({ name, parts, usd }) =>
      `  ${name.padEnd(22)} $${usd.toFixed(2).padStart(7)} a month  (${parts
        .map((part) => `${part.name} $${part.usd.toFixed(2)}`)
        .join(', ')})`,
  );
}
