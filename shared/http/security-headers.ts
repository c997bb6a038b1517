/** What stands within a page and may run or style it all the same, by its hash (`'sha256-…'`). */
export type Within = { scripts: readonly string[]; styles: readonly string[] };
const nothing: Within = { scripts: [], styles: [] };

/** The headers of every file and page of the site. `cognitoEndpoint` is where the browser signs in. */
export function securityHeaders(cognitoEndpoint: string, within: Within = nothing): Record<string, string> {
  const policy = [
    "default-src 'none'",
    ["script-src 'self'", ...within.scripts].join(' '),
    ["style-src 'self'", ...within.styles].join(' '),
    "img-src 'self' https: data:",
    `connect-src 'self' ${new URL(cognitoEndpoint).origin}`,
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(self), microphone=(), payment=()',
  };
}
