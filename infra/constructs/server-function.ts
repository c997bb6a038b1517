import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { functionsDirectory } from '#infra/build/functions.ts';
import type { Settings } from '#infra/stacks/settings.ts';

type Options = {
  settings: Settings;
  name: 'read' | 'write' | 'page' | 'projector' | 'jobs';
  seconds: number;
  /** A little more than half a processor unless told: what a request costs goes with the time, and the first one waits for it. */
  megabytes?: number;
  description: string;
};

/** One of our functions: its bundle, its own log, and a role that may write that log and nothing else yet. */
export function serverFunction(scope: Construct, options: Options): LambdaFunction {
  const { settings, name, seconds, megabytes = 1024, description } = options;
  const functionName = `commonplace-${settings.stage}-${name}`;
  const logGroup = new LogGroup(scope, `${name}Log`, {
    logGroupName: `/commonplace/${settings.stage}/${name}`,
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(scope, `${name}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  return new LambdaFunction(scope, name, {
    functionName,
    description,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    code: Code.fromAsset(join(functionsDirectory, name)),
    handler: 'index.handler',
    memorySize: megabytes,
    timeout: Duration.seconds(seconds),
    role,
    logGroup,
    environment: {
      LOG_LEVEL: 'info',
      ...(settings.emulator
        ? {
            DYNAMODB_ENDPOINT: settings.emulator.endpoint,
            COGNITO_ENDPOINT: settings.emulator.endpoint,
            S3_ENDPOINT: settings.emulator.endpoint,
          }
        : {}),
    },
  });
}
