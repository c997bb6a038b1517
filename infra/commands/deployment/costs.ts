/**
 * Prices of us-east-1 in US dollars, as of 2026-11-22: on-demand table, HTTP API, functions on arm64. Those of storage,
 * logs and the edge are the long-standing list prices; look at AWS's pages before you count on them.
 */
export const prices = {
  date: '2026-11-22',
  readMillion: 0.125,
  writeMillion: 0.625,
  requestMillion: 1,
  invocationMillion: 0.2,
  gigabyteSecond: 0.0000133334,
  tableGigabyteMonth: 0.25,
  recoveryGigabyteMonth: 0.2,
  bucketGigabyteMonth: 0.023,
  logGigabyte: 0.5,
  /** Beyond the terabyte and the ten million requests that the edge serves each month for nothing. */
  edgeGigabyte: 0.085,
  edgeMillion: 1,
};

/** What the edge serves for nothing each month, for ever. */
const edgeFree = { gigabytes: 1024, requests: 10_000_000 };

/** What a visit does: six views, one of them signed in, and now and then somebody contributes. */
export const visit = {
  /** Requests that reach the gateway; the edge answers the other half of the lists. */
  requests: 5,
  readsPerRequest: 3,
  /** One visit in ten leaves a vote or a review: 5 units in the request, 3 after it. */
  writes: 0.8,
  /** One request in five is a page rendered whole: 60 ms where the others take 20. */
  milliseconds: 28,
  gigabytes: 1,
  /** Site and answers as the edge sends them, and how often it is asked. */
  megabytesSent: 0.3,
  edgeRequests: 15,
  /** A line of the gateway and one of the function for each request. */
  logKilobytes: 1,
};

/** Items of a site of so many visits a day, and what the table keeps of each with two reviews and all that follows: measured. */
const kept = { itemsPerDailyVisit: 10, kilobytesPerItem: 25 };

/** The hourly looks at what is held back, at what is to be decided and at what changed for search: each a start from cold on the memory of the jobs, and a few queries of empty lines. */
const hourly = { runs: 3 * 24 * 30, seconds: 0.7, gigabytes: 1769 / 1024, reads: 20 };

export type Estimate = { name: string; visits: number; parts: { name: string; usd: number }[]; usd: number };

/** A month's cost at so many visits a day. Free allowances are left out, but for the edge's, which do not end; so are mails. */
export function estimate(name: string, visits: number): Estimate {
  const monthly = visits * 30;
  const millions = monthly / 1_000_000;
  const requests = millions * visit.requests;
  // The projector runs about once for every contribution.
  const invocations = requests + millions * 0.1;
  const gigabytes = (visits * kept.itemsPerDailyVisit * kept.kilobytesPerItem) / 1024 ** 2;
  // Four weekly dumps, a quarter of the table each.
  const storing = prices.tableGigabyteMonth + prices.recoveryGigabyteMonth + prices.bucketGigabyteMonth;
  // Each dump reads the whole table: half a unit for 4 KB.
  const dumpReads = (4 * gigabytes * 1024 ** 2) / 4 / 2 / 1_000_000;
  const sent = (monthly * visit.megabytesSent) / 1024;
  const asked = monthly * visit.edgeRequests;
  const parts = [
    { name: 'gateway', usd: requests * prices.requestMillion },
    {
      name: 'functions',
      usd:
        invocations * prices.invocationMillion +
        invocations * 1_000_000 * (visit.milliseconds / 1000) * visit.gigabytes * prices.gigabyteSecond +
        (hourly.runs / 1_000_000) * prices.invocationMillion +
        hourly.runs * hourly.seconds * hourly.gigabytes * prices.gigabyteSecond,
    },
    {
      name: 'table',
      usd:
        (requests * visit.readsPerRequest + dumpReads + (hourly.runs * hourly.reads) / 1_000_000) * prices.readMillion +
        millions * visit.writes * prices.writeMillion,
    },
    { name: 'storage', usd: gigabytes * storing },
    { name: 'logs', usd: ((requests * 1_000_000 * visit.logKilobytes) / 1024 ** 2) * prices.logGigabyte },
    {
      name: 'edge',
      usd:
        Math.max(0, sent - edgeFree.gigabytes) * prices.edgeGigabyte +
        (Math.max(0, asked - edgeFree.requests) / 1_000_000) * prices.edgeMillion,
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
