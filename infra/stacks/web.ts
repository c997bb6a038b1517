import { readdirSync } from 'node:fs';
import { type App, CfnOutput, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { acknowledge } from '#infra/constructs/acknowledge.ts';
import { cookiePatterns, personalPatterns } from '#infra/constructs/api-paths.ts';
import { edgeHeaders } from '#infra/constructs/edge-headers.ts';
import { visitedHost } from '#infra/constructs/visited-host.ts';
import { allOperations } from '#shared/capabilities.ts';
import { askedPages, pageQuery } from '#shared/pages/rules.ts';
import type { ApiStack } from './api.ts';
import type { DataStack } from './data.ts';
import type { Settings } from './settings.ts';

/** One address for the site, its /api and its public dumps. */
export class WebStack extends Stack {
  readonly distribution: Distribution;

  constructor(app: App, settings: Settings, data: DataStack, api: ApiStack) {
    const { stage, region, account, domain } = settings;
    super(app, `commonplace-${stage}-web`, {
      env: { region, account },
      description: `Commonplace ${stage}: the site and its edge`,
    });
    const bucket = this.#bucket();
    const headers = new ResponseHeadersPolicy(this, 'headers', {
      responseHeadersPolicyName: `commonplace-${stage}-site`,
      ...edgeHeaders(settings),
    });
    const files: BehaviorOptions = {
      origin: S3BucketOrigin.withOriginAccessControl(bucket, {
        // With the right to list, a file that is not there is answered 404, not 403.
        originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: headers,
      compress: true,
    };
    const { session, personal, shared, pages, asked } = this.#apiBehaviors(settings, api);

    this.distribution = new Distribution(this, 'edge', {
      comment: `commonplace-${stage}`,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      ...(domain
        ? {
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
            domainNames: [domain.name],
            certificate: Certificate.fromCertificateArn(this, 'certificate', domain.certificateArn),
          }
        : {}),
      defaultBehavior: pages,
      additionalBehaviors: {
        '/assets/*': files,
        ...Object.fromEntries(siteFiles().map((name) => [`/${name}`, files])),
        '/dumps/*': { ...files, origin: this.#dumps(data) },
        ...Object.fromEntries(cookiePatterns(allOperations).map((pattern) => [pattern, session])),
        ...Object.fromEntries(personalPatterns(allOperations).map((pattern) => [pattern, personal])),
        '/api/*': shared,
        ...Object.fromEntries(askedPages.map((path) => [path, asked])),
      },
    });
    acknowledge(this.distribution, {
      CFR1: 'A commons is for readers everywhere.',
      CFR2: 'A firewall costs a fixed sum a month; the gateway throttles, the contract validates, idle must cost nothing.',
      CFR3: 'Who reads what is nobody’s business: the gateway’s own log says what is asked, without addresses.',
      ...(domain ? {} : { CFR4: 'CloudFront’s own name comes with its own certificate, whose protocols are fixed.' }),
    });
    Validations.of(this.distribution).acknowledge({
      id: 'Annotation::@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      reason: 'No request reaches the bucket’s root: only its files are asked of it.',
    });
    Validations.of(this.distribution).acknowledge({
      id: 'Annotation::@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac',
      reason: 'The dumps’ bucket lets the edge read by the policy in its own stack.',
    });
    new CfnOutput(this, 'BucketName', { value: bucket.bucketName });
    new CfnOutput(this, 'DistributionId', { value: this.distribution.distributionId });
    new CfnOutput(this, 'EdgeName', { value: this.distribution.distributionDomainName });
    new CfnOutput(this, 'Url', { value: `https://${domain?.name ?? this.distribution.distributionDomainName}` });
    // Kept for the next deployment: the site's own configuration says them to browsers.
    if (settings.tiles) new CfnOutput(this, 'Tiles', { value: settings.tiles });
    if (settings.tilesBy) new CfnOutput(this, 'TilesBy', { value: settings.tilesBy });
    if (domain) new CfnOutput(this, 'CertificateArn', { value: domain.certificateArn });
  }

  /** By name, since the bucket's own policy, which lets the edge read, stands in its own stack. */
  #dumps({ dumps }: DataStack) {
    const bucket = Bucket.fromBucketAttributes(this, 'dumps', {
      bucketName: dumps.bucketName,
      bucketRegionalDomainName: dumps.bucketRegionalDomainName,
    });
    return S3BucketOrigin.withOriginAccessControl(bucket, { originAccessLevels: [AccessLevel.READ, AccessLevel.LIST] });
  }

  /** The built site can be built again: it goes with the stack, emptied by the destroy command. */
  #bucket(): Bucket {
    const bucket = new Bucket(this, 'site', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.DESTROY,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    acknowledge(bucket, { S1: 'Only the edge can read it, and it holds the public site alone.' });
    return bucket;
  }

  #apiBehaviors(
    { stage, region }: Settings,
    { api, edgeKey }: ApiStack,
  ): Record<'session' | 'personal' | 'shared' | 'pages' | 'asked', BehaviorOptions> {
    const through = {
      origin: new HttpOrigin(`${api.apiId}.execute-api.${region}.${this.urlSuffix}`, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        readTimeout: Duration.seconds(30),
        // So the functions believe whose address the edge passes on.
        customHeaders: { 'x-commonplace-edge': edgeKey },
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      compress: true,
    };
    const asAnswered = {
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(1),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    };
    const byAnswer = new CachePolicy(this, 'byAnswer', {
      ...asAnswered,
      cachePolicyName: `commonplace-${stage}-by-answer`,
      comment: 'As long as the answer’s cache-control says, by address and query',
      headerBehavior: CacheHeaderBehavior.none(),
    });
    const byHost = new CachePolicy(this, 'byHost', {
      ...asAnswered,
      cachePolicyName: `commonplace-${stage}-by-host`,
      comment: 'The same for pages, by what they read of the query, for the host they were asked under',
      // Any other query is the browser's own, or somebody's mark on a link: no other page.
      queryStringBehavior: CacheQueryStringBehavior.allowList(...pageQuery),
      headerBehavior: CacheHeaderBehavior.allowList('x-commonplace-host'),
    });
    const byQuery = new CachePolicy(this, 'byQuery', {
      ...asAnswered,
      cachePolicyName: `commonplace-${stage}-by-query`,
      comment: 'The same for pages that read all of the query, as a search does',
      headerBehavior: CacheHeaderBehavior.allowList('x-commonplace-host'),
    });
    const host = new EdgeFunction(this, 'visitedHost', {
      functionName: `commonplace-${stage}-visited-host`,
      code: FunctionCode.fromInline(visitedHost),
      runtime: FunctionRuntime.JS_2_0,
      comment: 'Says under which name the visitor came',
    });
    const functionAssociations = [{ eventType: FunctionEventType.VIEWER_REQUEST, function: host }];
    const withoutCookies = new OriginRequestPolicy(this, 'withoutCookies', {
      originRequestPolicyName: `commonplace-${stage}-without-cookies`,
      comment: 'All that the visitor sends but cookies, which are for the session’s own address',
      headerBehavior: OriginRequestHeaderBehavior.denyList('host'),
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      cookieBehavior: OriginRequestCookieBehavior.none(),
    });
    // Pages bring their headers along: their content policy names what stands within them.
    const pages = {
      ...through,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: byHost,
      functionAssociations,
    };
    return {
      pages,
      asked: { ...pages, cachePolicy: byQuery },
      // The cookie comes and goes here alone, and the functions learn which site’s pages may ask.
      session: {
        ...through,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        functionAssociations,
      },
      personal: {
        ...through,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: withoutCookies,
      },
      // Writes keep their token here too: only of GET requests does the edge take it off.
      shared: {
        ...through,
        cachePolicy: byAnswer,
        originRequestPolicy: withoutCookies,
      },
    };
  }
}

/** The site's files beside its assets: what it is configured with, and what lies in `frontend/public`. */
function siteFiles(): string[] {
  const files = readdirSync(new URL('../../frontend/public/', import.meta.url), { withFileTypes: true });
  // A folder is one more rule of the edge, however much is in it.
  const names = files.map((file) => (file.isDirectory() ? `${file.name}/*` : file.name));
  return ['config.json', ...names.filter((name) => name !== 'theme.js')];
}
