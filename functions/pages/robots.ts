import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** Pages of its visitor's own, and what programs should read with the API in mind, not a crawler. */
const notForRobots = [
  '/account',
  '/api/',
  '/choose-handle',
  '/export',
  '/following',
  '/home',
  '/import',
  '/inbox',
  '/lists/new',
  '/my-tags',
  '/reset-password',
  '/save',
  // Filters of filters without end; what they find is in the sitemap.
  '/search',
  '/sign-in',
  '/sign-up',
  '/submit',
];

/** What robots may visit, and where they find a list of everything. */
export function robots(origin: string): APIGatewayProxyStructuredResultV2 {
  const lines = [
    'User-agent: *',
    ...notForRobots.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${origin}/sitemap.xml`,
  ];
  return {
    statusCode: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600, s-maxage=86400' },
    body: `${lines.join('\n')}\n`,
  };
}
