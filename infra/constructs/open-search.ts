import { readFileSync } from 'node:fs';
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import {
  AccountRootPrincipal,
  Effect,
  PolicyDocument,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnDomain } from 'aws-cdk-lib/aws-opensearchservice';
import { CfnPipeline } from 'aws-cdk-lib/aws-osis';
import type { Construct } from 'constructs';
import { openSearchIndex } from '#functions/search/open-search.ts';
import { publishedPrefix } from '#functions/search/published/table.ts';
import type { Settings } from '#infra/stacks/settings.ts';
import { acknowledge } from './acknowledge.ts';

type Options = {
  settings: Settings;
  table: Table;
  /** They ask it. */
  readers: readonly LambdaFunction[];
  /** They write what it is to find. */
  writers: readonly LambdaFunction[];
};

/** Words without case and accents, and by their English stems; all else as it is. */
const template = readFileSync(new URL('./open-search-template.json', import.meta.url), 'utf8');

/**
 * OpenSearch in place of the embedded engine: a domain of one small node, and a pipeline that takes the rows which say what
 * can be found from the table's stream to it (zero-ETL). Whatever is in it can be written anew from the table.
 */
export function openSearch(scope: Construct, { settings, table, readers, writers }: Options): void {
  const { stage } = settings;
  const stack = Stack.of(scope);
  // 28 characters at most.
  const name = `cp-${stage}`;
  const domainArn = stack.formatArn({ service: 'es', resource: 'domain', resourceName: name });
  const domain = new CfnDomain(scope, 'searchDomain', {
    domainName: name,
    engineVersion: 'OpenSearch_2.19',
    clusterConfig: { instanceType: 't3.small.search', instanceCount: 1 },
    ebsOptions: { ebsEnabled: true, volumeType: 'gp3', volumeSize: 10 },
    encryptionAtRestOptions: { enabled: true },
    nodeToNodeEncryptionOptions: { enabled: true },
    domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: 'Policy-Min-TLS-1-2-PFS-2023-10' },
    // Who of this account may, says each role.
    accessPolicies: new PolicyDocument({
      statements: [
        new PolicyStatement({
          effect: Effect.ALLOW,
          principals: [new AccountRootPrincipal()],
          actions: ['es:ESHttp*'],
          resources: [`${domainArn}/*`],
        }),
      ],
    }),
  });
  domain.applyRemovalPolicy(RemovalPolicy.DESTROY);
  acknowledge(domain, {
    OS1: 'Functions outside a VPC ask it, by signed requests alone; it holds nothing that is not public.',
    OS3: 'Functions have no addresses to allow: the signature is checked.',
    OS4: 'One node: what it holds can be written anew; searching waits for it meanwhile.',
    OS5: 'Only the account’s own roles are allowed; each says what it may.',
    OS7: 'As for OS4.',
    'OS9[LogExport::SEARCH_SLOW_LOGS]': 'Searches are nobody’s business: they are not logged.',
    'OS9[LogExport::INDEX_SLOW_LOGS]': 'The pipeline has a log of its own.',
  });
  const endpoint = `https://${domain.attrDomainEndpoint}`;
  for (const reader of readers) {
    reader.addToRolePolicy(
      new PolicyStatement({ actions: ['es:ESHttpPost'], resources: [`${domainArn}/${openSearchIndex}/_search`] }),
    );
    reader.addEnvironment('SEARCH_ENDPOINT', endpoint);
  }
  for (const writer of writers) writer.addEnvironment('SEARCH_PUBLISHES', 'true');
  pipeline(scope, { name, region: stack.region, table, domain, domainArn, endpoint });
}

type Pipe = { name: string; region: string; table: Table; domain: CfnDomain; domainArn: string; endpoint: string };

function pipeline(scope: Construct, { name, region, table, domain, domainArn, endpoint }: Pipe): void {
  const role = new Role(scope, 'searchPipelineRole', {
    assumedBy: new ServicePrincipal('osis-pipelines.amazonaws.com'),
  });
  const may = (actions: string[], resources: string[]) => role.addToPolicy(new PolicyStatement({ actions, resources }));
  may(['es:DescribeDomain'], [domainArn]);
  may(['es:ESHttp*'], [`${domainArn}/*`]);
  may(['dynamodb:DescribeTable', 'dynamodb:DescribeContinuousBackups'], [table.tableArn]);
  may(
    ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
    [table.tableStreamArn ?? `${table.tableArn}/stream/*`],
  );
  acknowledge(role, {
    'IAM5[Action::es:ESHttp*]': 'The pipeline makes its index and writes to it.',
    [`IAM5[Resource::arn:<AWS::Partition>:es:${region}:${Stack.of(scope).account}:domain/${name}/*]`]:
      'Every path of this one domain.',
  });
  const log = new LogGroup(scope, 'searchPipelineLog', {
    logGroupName: `/aws/vendedlogs/OpenSearchIngestion/${name}`,
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const metadata = (of: string) => `\${getMetadata("${of}")}`;
  const body = {
    version: '2',
    found: {
      source: {
        dynamodb: {
          acknowledgments: true,
          tables: [{ table_arn: table.tableArn, stream: { start_position: 'LATEST' } }],
          aws: { sts_role_arn: role.roleArn, region },
        },
      },
      // By the key, for what is deleted has no more.
      processor: [{ drop_events: { drop_when: `/pk !~ "^${publishedPrefix}.*"` } }],
      sink: [
        {
          opensearch: {
            hosts: [endpoint],
            index: openSearchIndex,
            index_type: 'custom',
            template_type: 'index-template',
            template_content: template,
            document_id: metadata('primary_key'),
            action: metadata('opensearch_action'),
            document_version: metadata('document_version'),
            document_version_type: 'external',
            aws: { sts_role_arn: role.roleArn, region, serverless: false },
          },
        },
      ],
    },
  };
  const made = new CfnPipeline(scope, 'searchPipeline', {
    pipelineName: name,
    minUnits: 1,
    maxUnits: 1,
    // JSON is YAML.
    pipelineConfigurationBody: Stack.of(scope).toJsonString(body),
    logPublishingOptions: { isLoggingEnabled: true, cloudWatchLogDestination: { logGroup: log.logGroupName } },
  });
  made.node.addDependency(role, log, domain);
}
