import { existsSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { buildFunctions, functionsDirectory } from '#infra/build/functions.ts';
import { commonplace } from '#infra/stacks/commonplace.ts';
import type { Settings } from '#infra/stacks/settings.ts';

export const settings: Settings = {
  stage: 'trial',
  region: 'eu-central-1',
  account: '111111111111',
  email: 'keeper@example.org',
  budget: 12,
  search: 'embedded',
};

/** The bundles are the stacks' assets; what they hold does not matter to a template. */
async function ensureBundles(): Promise<void> {
  const names = ['read', 'write', 'page', 'projector', 'jobs'];
  if (!names.every((name) => existsSync(`${functionsDirectory}/${name}/index.mjs`))) await buildFunctions();
}

/** All stacks as templates, without credentials and without looking anything up. */
export async function synthesise(more: Partial<Settings> = {}) {
  await ensureBundles();
  const app = new App({ context: { '@aws-cdk/core:defaultCrossStackReferences': 'strong' } });
  const { data, api, web, monitoring } = commonplace(app, { ...settings, ...more });
  return {
    app,
    data: Template.fromStack(data),
    api: Template.fromStack(api),
    web: Template.fromStack(web),
    monitoring: Template.fromStack(monitoring),
  };
}

export type Resource = { Type: string; Properties: Record<string, unknown>; DeletionPolicy?: string };

/** A template's resources of one type, by logical id. */
export function resources(template: Template, type: string): [string, Resource][] {
  return Object.entries(template.findResources(type)) as unknown as [string, Resource][];
}

/** The properties of a template's one resource of a type. */
export function only<P>(template: Template, type: string): P {
  const [found, ...more] = resources(template, type);
  if (!found || more.length > 0) throw new Error(`Expected one ${type}, found ${more.length + (found ? 1 : 0)}`);
  return found[1].Properties as P;
}

type Statement = { Action: string | string[]; Resource: unknown; Effect: string };

/** Every statement of every policy that roles of this template get. */
export function statements(template: Template): { role: string; actions: string[]; resources: unknown[] }[] {
  return resources(template, 'AWS::IAM::Policy').flatMap(([, { Properties }]) => {
    const { PolicyDocument, Roles } = Properties as {
      PolicyDocument: { Statement: Statement[] };
      Roles: { Ref: string }[];
    };
    return PolicyDocument.Statement.map(({ Action, Resource }) => ({
      role: Roles[0]?.Ref ?? '',
      actions: [Action].flat(),
      resources: [Resource].flat(),
    }));
  });
}
