import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkedEngine } from '#infra/stacks/settings.ts';
import { only, resources, statements, synthesise } from './synthesis.ts';

const { api } = await synthesise({ search: 'opensearch' });
const embedded = (await synthesise()).api;

type Pipeline = { PipelineName: string; MinUnits: number; PipelineConfigurationBody: object };

test('OpenSearch is there only where it is asked for', () => {
  for (const type of ['AWS::OpenSearchService::Domain', 'AWS::OSIS::Pipeline'])
    expect([resources(embedded, type).length, resources(api, type).length]).toEqual([0, 1]);
  expect(JSON.stringify(embedded.toJSON())).not.toMatch(/SEARCH_ENDPOINT|SEARCH_PUBLISHES/);
  expect(() => checkedEngine('lucene')).toThrow('--search is embedded');
});

test('the domain is encrypted, asked over TLS only, and by roles of this account only', () => {
  api.hasResource('AWS::OpenSearchService::Domain', {
    DeletionPolicy: 'Delete',
    Properties: {
      DomainName: 'cp-trial',
      EncryptionAtRestOptions: { Enabled: true },
      NodeToNodeEncryptionOptions: { Enabled: true },
      DomainEndpointOptions: { EnforceHTTPS: true },
    },
  });
  const { AccessPolicies } = only<{ AccessPolicies: unknown }>(api, 'AWS::OpenSearchService::Domain');
  expect(JSON.stringify(AccessPolicies)).toContain(':iam::111111111111:root');
  expect(JSON.stringify(AccessPolicies)).not.toContain('"AWS":"*"');
});

test('read and page may search in the one index and no more; jobs write to the table alone', () => {
  const asking = statements(api).filter(({ actions }) => actions.some((action) => action.startsWith('es:')));
  expect(asking.map(({ role, actions }) => [role.replace(/Role.*/, ''), ...actions]).sort()).toEqual([
    ['page', 'es:ESHttpPost'],
    ['read', 'es:ESHttpPost'],
    ['searchPipeline', 'es:DescribeDomain'],
    ['searchPipeline', 'es:ESHttp*'],
  ]);
  for (const { role, resources: targets } of asking)
    if (/^(page|read)Role/.test(role)) expect(JSON.stringify(targets)).toMatch(/domain\/cp-trial\/found\/_search/);
  const told = (name: string) =>
    resources(api, 'AWS::Lambda::Function')
      .filter(([, { Properties }]) => JSON.stringify(Properties.Environment).includes(name))
      .map(([id]) => id.replace(/[0-9A-F]{8}$/, ''))
      .sort();
  expect([told('SEARCH_ENDPOINT'), told('SEARCH_PUBLISHES')]).toEqual([['page', 'read'], ['jobs']]);
});

test('the pipeline takes from the stream what is written for it, by key, and deletes what is deleted', () => {
  const pipeline = only<Pipeline>(api, 'AWS::OSIS::Pipeline');
  expect(pipeline).toMatchObject({ PipelineName: 'cp-trial', MinUnits: 1, MaxUnits: 1 });
  // What is known only once it is there stands between the parts of a text.
  const parts = (pipeline.PipelineConfigurationBody as { 'Fn::Join': [string, unknown[]] })['Fn::Join'][1];
  const body = JSON.parse(parts.map((part) => (typeof part === 'string' ? part : 'PART')).join('')) as {
    found: { processor: object[]; sink: { opensearch: Record<string, unknown> }[] };
  };
  expect(body.found.processor).toEqual([{ drop_events: { drop_when: '/pk !~ "^FOUND#.*"' } }]);
  expect(body.found.sink[0]?.opensearch).toMatchObject({
    index: 'found',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: so the pipeline writes it
    document_id: '${getMetadata("primary_key")}',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: so the pipeline writes it
    action: '${getMetadata("opensearch_action")}',
  });
  const template = JSON.parse(String(body.found.sink[0]?.opensearch.template_content)) as object;
  expect(template).toHaveProperty('template.mappings.properties.title.fields.stems');
});

test('the README says what it costs', () => {
  expect(readFileSync('README.md', 'utf8')).toContain('--search opensearch');
});
