import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';

type Options = { from: string; jobs: LambdaFunction; write: LambdaFunction; userPool: IUserPool };

/**
 * The address that digests come from. AWS asks its owner to confirm it. Only `jobs` may send, only from there, and may ask
 * the user pool for an address; `write` is told that mail is sent at all.
 */
export function mailSender(scope: Construct, { from, jobs, write, userPool }: Options): void {
  const identity = new EmailIdentity(scope, 'mailFrom', { identity: Identity.email(from) });
  jobs.addToRolePolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      actions: ['ses:SendEmail'],
      resources: [identity.emailIdentityArn],
      conditions: { StringEquals: { 'ses:FromAddress': from } },
    }),
  );
  jobs.addToRolePolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      actions: ['cognito-idp:AdminGetUser'],
      resources: [userPool.userPoolArn],
    }),
  );
  jobs.addEnvironment('USER_POOL_ID', userPool.userPoolId);
  for (const told of [jobs, write]) told.addEnvironment('MAIL_FROM', from);
}
