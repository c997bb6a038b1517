import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { matchesPattern } from '#infra/constructs/api-paths.ts';
import { visitedHost } from '#infra/constructs/visited-host.ts';
import { allOperations } from '#shared/capabilities.ts';
import { askedPages, pageQuery } from '#shared/pages/rules.ts';
import { routesOf } from '#shared/tokens/rules.ts';
import { only, resources, synthesise } from './synthesis.ts';

const { web } = await synthesise();
const domain = { name: 'reviews.example.org', certificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/x' };

type Behavior = {
  PathPattern: string;
  TargetOriginId: string;
  ResponseHeadersPolicyId?: unknown;
  CachePolicyId: unknown;
  OriginRequestPolicyId?: unknown;
  Compress: boolean;
  AllowedMethods?: string[];
  FunctionAssociations?: { EventType: string }[];
};
type Distribution = Record<string, unknown> & {
  HttpVersion: string;
  CacheBehaviors: Behavior[];
  DefaultCacheBehavior: Behavior & { FunctionAssociations: { EventType: string }[]; ViewerProtocolPolicy: string };
  Origins: {
    Id: string;
    DomainName: unknown;
    OriginAccessControlId?: unknown;
    CustomOriginConfig?: { OriginProtocolPolicy: string };
    OriginCustomHeaders?: { HeaderName: string; HeaderValue: unknown }[];
  }[];
};
const distributionOf = (template: typeof web) => {
  const found = only<Record<string, unknown>>(template, 'AWS::CloudFront::Distribution');
  return found.DistributionConfig as Distribution;
};
const edge = distributionOf(web);
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const withoutCookies = { Ref: resources(web, 'AWS::CloudFront::OriginRequestPolicy')[0]?.[0] };
const allButHost = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

test('nobody but the edge reads the bucket', () => {
  web.hasResourceProperties('AWS::S3::Bucket', {
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
  });
  const policy = only<Record<string, unknown>>(web, 'AWS::S3::BucketPolicy');
  const { Statement } = policy.PolicyDocument as {
    Statement: { Effect: string; Principal: { Service?: string }; Condition: object }[];
  };
  const allowing = Statement.filter(({ Effect }) => Effect === 'Allow');
  expect(allowing.map(({ Principal }) => Principal)).toEqual(
    allowing.map(() => ({ Service: 'cloudfront.amazonaws.com' })),
  );
  expect(allowing.every(({ Condition }) => JSON.stringify(Condition).includes('AWS:SourceArn'))).toBe(true);
  web.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
    OriginAccessControlConfig: {
      OriginAccessControlOriginType: 's3',
      SigningBehavior: 'always',
      SigningProtocol: 'sigv4',
    },
  });
});

test('site and /api are one address, over HTTP/2 and 3, compressed, over TLS only', () => {
  expect(edge.HttpVersion).toBe('http2and3');
  expect([edge.DefaultCacheBehavior, ...edge.CacheBehaviors].every(({ Compress }) => Compress)).toBe(true);
  expect(edge.DefaultCacheBehavior.ViewerProtocolPolicy).toBe('redirect-to-https');
  expect(edge.Origins).toHaveLength(3);
  expect(edge.Origins.flatMap(({ CustomOriginConfig }) => CustomOriginConfig?.OriginProtocolPolicy ?? [])).toEqual([
    'https-only',
  ]);
});

test('the edge keeps what anyone may read by its cache-control, and never what is one person’s', () => {
  const reads = routesOf(allOperations).filter(({ operation }) => operation.method === 'GET');
  for (const { operation, path } of reads) {
    const { method, auth } = operation;
    const address = path.replaceAll(/\{[^}]+\}/g, '01H8XGJWBWBAQ4');
    const behavior = edge.CacheBehaviors.find(({ PathPattern }) => matchesPattern(PathPattern, address));
    const isKept = behavior?.CachePolicyId !== cachingDisabled;
    expect({ method, path, isKept }).toEqual({ method, path, isKept: auth === 'public' });
    expect(behavior?.OriginRequestPolicyId).toEqual(withoutCookies);
  }
  web.hasResourceProperties('AWS::CloudFront::CachePolicy', {
    CachePolicyConfig: {
      MinTTL: 0,
      DefaultTTL: 0,
      ParametersInCacheKeyAndForwardedToOrigin: { QueryStringsConfig: { QueryStringBehavior: 'all' } },
    },
  });
});

test('what goes by an API token passes the edge with it, is never kept, and brings no cookie', () => {
  for (const { path } of routesOf(allOperations).filter(({ byToken }) => byToken)) {
    const address = path.replaceAll(/\{[^}]+\}/g, '01H8XGJWBWBAQ4');
    const behavior = edge.CacheBehaviors.find(({ PathPattern }) => matchesPattern(PathPattern, address));
    expect(behavior, path).toMatchObject({ CachePolicyId: cachingDisabled, OriginRequestPolicyId: withoutCookies });
    expect(behavior?.AllowedMethods).toEqual(expect.arrayContaining(['GET', 'PUT', 'POST', 'DELETE']));
  }
});

test('the edge passes a cookie on for the session alone, never keeps an answer there, and says which site was visited', () => {
  const paths = new Set(allOperations.filter(({ auth }) => auth === 'cookie').map(({ path }) => path));
  expect([...paths]).toEqual(['/api/session']);
  const [session, ...others] = [...edge.CacheBehaviors, edge.DefaultCacheBehavior].sort(
    (a, b) => Number(b.PathPattern === '/api/session') - Number(a.PathPattern === '/api/session'),
  );
  const first = edge.CacheBehaviors.find(({ PathPattern }) => matchesPattern(PathPattern, '/api/session'));
  expect(first).toBe(session);
  expect(session).toMatchObject({ CachePolicyId: cachingDisabled, OriginRequestPolicyId: allButHost });
  expect(session?.AllowedMethods).toEqual(expect.arrayContaining(['PUT', 'POST', 'DELETE']));
  expect(session?.FunctionAssociations).toEqual(edge.DefaultCacheBehavior.FunctionAssociations);
  // Of what the edge itself offers every policy that passes requests on whole passes cookies on.
  for (const { PathPattern, OriginRequestPolicyId } of others)
    expect([undefined, withoutCookies], PathPattern).toContainEqual(OriginRequestPolicyId);
  web.hasResourceProperties('AWS::CloudFront::OriginRequestPolicy', {
    OriginRequestPolicyConfig: {
      CookiesConfig: { CookieBehavior: 'none' },
      HeadersConfig: { HeaderBehavior: 'allExcept', Headers: ['host'] },
      QueryStringsConfig: { QueryStringBehavior: 'all' },
    },
  });
  for (const [, { Properties }] of resources(web, 'AWS::CloudFront::CachePolicy'))
    expect(JSON.stringify(Properties)).toContain('"CookiesConfig":{"CookieBehavior":"none"}');
});

test('the content policy allows the site itself and the pool where one signs in', () => {
  const policy = only<Record<string, unknown>>(web, 'AWS::CloudFront::ResponseHeadersPolicy');
  const { SecurityHeadersConfig } = policy.ResponseHeadersPolicyConfig as {
    SecurityHeadersConfig: Record<string, Record<string, unknown>>;
  };
  const text = String(SecurityHeadersConfig.ContentSecurityPolicy?.ContentSecurityPolicy);
  expect(text).toContain("default-src 'none'");
  expect(text).toContain("script-src 'self';");
  expect(text).toContain("connect-src 'self' https://cognito-idp.eu-central-1.amazonaws.com;");
  expect(text).not.toContain('unsafe');
  expect(SecurityHeadersConfig.StrictTransportSecurity?.AccessControlMaxAgeSec).toBe(63_072_000);
});

test('an address of the site is a page of the functions, a file is the bucket’s, an answer of the API never a page', () => {
  const originOf = ({ TargetOriginId }: { TargetOriginId: string }) =>
    edge.Origins.find(({ Id }) => Id === TargetOriginId);
  const behaviorOf = (path: string) =>
    edge.CacheBehaviors.find(({ PathPattern }) => matchesPattern(PathPattern, path)) ?? edge.DefaultCacheBehavior;
  for (const path of [
    '/',
    '/i/01H8',
    '/t/node.js',
    '/@a.b',
    '/robots.txt',
    '/sitemap.xml',
    '/feeds/atom/',
    '/feeds/json/@a',
  ])
    expect(behaviorOf(path), path).toBe(edge.DefaultCacheBehavior);
  expect(originOf(edge.DefaultCacheBehavior)?.CustomOriginConfig).toBeDefined();
  for (const path of ['/config.json', '/favicon.svg', '/assets/index-1.js'])
    expect(originOf(behaviorOf(path))?.OriginAccessControlId, path).toBeDefined();
  const withFunction = edge.CacheBehaviors.filter((behavior) => 'FunctionAssociations' in behavior);
  expect(withFunction.map(({ PathPattern }) => PathPattern)).toEqual(['/api/session', ...askedPages]);
  expect(edge.CustomErrorResponses).toBeUndefined();
});

test('a page learns under which name it was asked from the edge alone, and is kept for that name', () => {
  const edgeFunction = runInNewContext(`${visitedHost}; handler`) as (event: object) => { headers: object };
  const headers = { host: { value: 'reviews.example.org' }, 'x-commonplace-host': { value: 'forged.example' } };
  expect(edgeFunction({ request: { headers } }).headers).toEqual({
    host: { value: 'reviews.example.org' },
    'x-commonplace-host': { value: 'reviews.example.org' },
  });
  expect(edge.DefaultCacheBehavior.FunctionAssociations).toMatchObject([{ EventType: 'viewer-request' }]);
  web.hasResourceProperties('AWS::CloudFront::CachePolicy', {
    CachePolicyConfig: {
      ParametersInCacheKeyAndForwardedToOrigin: {
        HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['x-commonplace-host'] },
        QueryStringsConfig: {
          QueryStringBehavior: 'whitelist',
          QueryStrings: pageQuery,
        },
        CookiesConfig: { CookieBehavior: 'none' },
      },
    },
  });
  for (const path of askedPages)
    expect(edge.CacheBehaviors.find(({ PathPattern }) => PathPattern === path)).toEqual({
      ...edge.DefaultCacheBehavior,
      PathPattern: path,
      CachePolicyId: { Ref: expect.stringMatching(/^byQuery/) },
    });
});

/** Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html */
test('the edge is asked for no more than CloudFront gives', () => {
  expect(edge.CacheBehaviors.length + 1).toBeLessThanOrEqual(75);
  for (const [, { Properties }] of resources(web, 'AWS::CloudFront::CachePolicy')) {
    const { CachePolicyConfig } = Properties as {
      CachePolicyConfig: {
        ParametersInCacheKeyAndForwardedToOrigin: Record<string, { QueryStrings?: string[]; Headers?: string[] }>;
      };
    };
    const { QueryStringsConfig, HeadersConfig } = CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin;
    for (const named of [QueryStringsConfig?.QueryStrings, HeadersConfig?.Headers])
      expect(named?.length ?? 0).toBeLessThanOrEqual(10);
  }
});

test('the public dumps are taken from their own bucket, as the files they are', () => {
  const behavior = edge.CacheBehaviors.find(({ PathPattern }) => matchesPattern(PathPattern, '/dumps/index.json'));
  expect(behavior).toMatchObject({ PathPattern: '/dumps/*', ViewerProtocolPolicy: 'redirect-to-https' });
  expect(behavior).not.toHaveProperty('FunctionAssociations');
  expect(behavior?.ResponseHeadersPolicyId).toBeDefined();
  const origin = edge.Origins.find(({ Id }) => Id === behavior?.TargetOriginId);
  expect(JSON.stringify(origin?.DomainName)).toMatch(/dumps[0-9A-F]{8}RegionalDomainName/);
  expect(origin?.OriginAccessControlId).toBeDefined();
});

test('a domain of one’s own brings its certificate and a modern TLS', async () => {
  const own = distributionOf((await synthesise({ domain })).web);
  expect(own.Aliases).toEqual([domain.name]);
  expect(own.ViewerCertificate).toMatchObject({
    AcmCertificateArn: domain.certificateArn,
    MinimumProtocolVersion: 'TLSv1.2_2021',
  });
});

test('the edge proves to the functions that it is the edge', async () => {
  const { api } = await synthesise();
  const origin = edge.Origins.find(({ CustomOriginConfig }) => CustomOriginConfig !== undefined);
  const [header] = origin?.OriginCustomHeaders ?? [];
  expect(header?.HeaderName).toBe('x-commonplace-edge');
  // The id of a stack, which only the account knows; no text of the template.
  expect(JSON.stringify(header?.HeaderValue)).toMatch(/ImportValue|GetAtt|GetStackOutput/);
  const [, write] = resources(api, 'AWS::Lambda::Function').find(([id]) => id.startsWith('write')) ?? [];
  const environment = write?.Properties.Environment as { Variables: Record<string, unknown> } | undefined;
  expect(JSON.stringify(environment?.Variables.EDGE_KEY)).toContain('AWS::StackId');
});
