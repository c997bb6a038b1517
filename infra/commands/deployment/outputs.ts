import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';

export const stackNames = ['data', 'api', 'web', 'monitoring'] as const;
export type StackName = (typeof stackNames)[number];

type Found = { id: string; status: string; outputs: Record<string, string> };

/** What a stack of a stage says of itself, and how it stands; undefined where there is none. */
export function describeStack(region: string, stage: string, name: StackName): Promise<Found | undefined> {
  return describe(region, `commonplace-${stage}-${name}`);
}

/** Whether the account and region already have what the CDK deploys with. */
export async function isBootstrapped(region: string): Promise<boolean> {
  return (await describe(region, 'CDKToolkit'))?.status.endsWith('_COMPLETE') ?? false;
}

async function describe(region: string, StackName: string): Promise<Found | undefined> {
  try {
    const { Stacks } = await new CloudFormationClient({ region }).send(new DescribeStacksCommand({ StackName }));
    const stack = Stacks?.[0];
    if (!stack || stack.StackStatus === 'DELETE_COMPLETE') return undefined;
    const outputs = (stack.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey ?? '', OutputValue ?? '']);
    return { id: stack.StackId ?? '', status: stack.StackStatus ?? '', outputs: Object.fromEntries(outputs) };
  } catch (error) {
    if (error instanceof Error && /does not exist/.test(error.message)) return undefined;
    throw error;
  }
}

export type Deployed = {
  /** The gateway itself, which visitors reach through the edge. */
  apiUrl: string;
  tableName: string;
  userPoolId: string;
  userPoolClientId: string;
  bucketName: string;
  dumpsBucketName: string;
  distributionId: string;
  edgeName: string;
  /** What the edge proves itself with. */
  edgeKey: string;
  url: string;
};

/** Where the parts of a deployed stage are. @throws what to do where it is not deployed */
export async function findDeployed(region: string, stage: string): Promise<Deployed> {
  const [data, api, web] = await Promise.all(
    (['data', 'api', 'web'] as const).map((name) => describeStack(region, stage, name)),
  );
  if (!data || !api || !web)
    throw new Error(`There is no stage '${stage}' in ${region}: npm run deploy -- --stage ${stage} makes one`);
  const of = (outputs: Record<string, string>, name: string) => {
    const value = outputs[name];
    if (!value) throw new Error(`The stage '${stage}' does not say its ${name}: deploy it again`);
    return value;
  };
  return {
    apiUrl: of(api.outputs, 'ApiUrl'),
    edgeKey: api.id.split('/').at(2) ?? '',
    tableName: of(api.outputs, 'TableName'),
    userPoolId: of(api.outputs, 'UserPoolId'),
    userPoolClientId: of(api.outputs, 'UserPoolClientId'),
    bucketName: of(web.outputs, 'BucketName'),
    dumpsBucketName: of(data.outputs, 'DumpsBucketName'),
    distributionId: of(web.outputs, 'DistributionId'),
    edgeName: of(web.outputs, 'EdgeName'),
    url: of(web.outputs, 'Url'),
  };
}
