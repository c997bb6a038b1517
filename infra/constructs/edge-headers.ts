import { Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, type ResponseHeadersPolicyProps } from 'aws-cdk-lib/aws-cloudfront';
import type { Settings } from '#infra/stacks/settings.ts';
import { securityHeaders } from '#shared/http/security-headers.ts';

/** The site's security headers, the same as locally, in the form in which CloudFront takes them. */
export function edgeHeaders({ region, emulator }: Settings): ResponseHeadersPolicyProps {
  const headers = securityHeaders(emulator?.endpoint ?? `https://cognito-idp.${region}.amazonaws.com`);
  return {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: headers['content-security-policy'] ?? '', override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: true },
    },
    customHeadersBehavior: {
      customHeaders: ['cross-origin-opener-policy', 'permissions-policy'].map((header) => ({
        header,
        value: headers[header] ?? '',
        override: true,
      })),
    },
  };
}
