import { expect, test } from 'vitest';
import { tableDefinition } from '#functions/table/definition.ts';
import { only, resources, synthesise } from './synthesis.ts';

const { data } = await synthesise();

test('the table is the one that runs locally, with what an account needs besides', () => {
  data.hasResource('AWS::DynamoDB::Table', {
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      TableName: 'commonplace-trial',
      KeySchema: tableDefinition.KeySchema,
      AttributeDefinitions: tableDefinition.AttributeDefinitions,
      BillingMode: tableDefinition.BillingMode,
      StreamSpecification: { StreamViewType: tableDefinition.StreamSpecification.StreamViewType },
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
    },
  });
});

test('accounts are kept, and signed in to by e-mail', () => {
  data.hasResource('AWS::Cognito::UserPool', {
    DeletionPolicy: 'Retain',
    Properties: {
      DeletionProtection: 'ACTIVE',
      UsernameAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
      Policies: { PasswordPolicy: { MinimumLength: 8 } },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    },
  });
});

test('the site’s client has no secret, tells nobody who has an account, and can revoke tokens', () => {
  data.hasResourceProperties('AWS::Cognito::UserPoolClient', {
    GenerateSecret: false,
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    PreventUserExistenceErrors: 'ENABLED',
    EnableTokenRevocation: true,
    AccessTokenValidity: 60,
  });
});

test('dumps lie in a bucket that nobody but the edge reads, encrypted, over TLS, and for five weeks at most', () => {
  data.hasResource('AWS::S3::Bucket', {
    DeletionPolicy: 'Delete',
    Properties: {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 35 }] },
    },
  });
  const { PolicyDocument } = only<{
    PolicyDocument: { Statement: { Effect: string; Action: string; Principal: object; Condition: object }[] };
  }>(data, 'AWS::S3::BucketPolicy');
  const [deny, ...allow] = PolicyDocument.Statement;
  expect(deny).toMatchObject({
    Effect: 'Deny',
    Action: 's3:*',
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  });
  expect(allow.map(({ Effect, Action, Principal }) => ({ Effect, Action, Principal }))).toEqual(
    ['s3:GetObject', 's3:ListBucket'].map((Action) => ({
      Effect: 'Allow',
      Action,
      Principal: { Service: 'cloudfront.amazonaws.com' },
    })),
  );
  for (const { Condition } of allow)
    expect(JSON.stringify(Condition)).toMatch(
      /^\{"ArnLike":\{"AWS:SourceArn":.*:cloudfront::",\{"Ref":"AWS::AccountId"\},":distribution\/\*"/,
    );
  data.hasOutput('DumpsBucketName', {});
});

test('nothing with data in it goes with the stack', () => {
  const kept = ['AWS::DynamoDB::Table', 'AWS::Cognito::UserPool'].flatMap((type) => resources(data, type));
  expect(kept.map(([, { DeletionPolicy }]) => DeletionPolicy)).toEqual(['Retain', 'Retain']);
});
