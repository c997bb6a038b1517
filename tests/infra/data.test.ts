import { expect, test } from 'vitest';
import { tableDefinition } from '#functions/table/definition.ts';
import { resources, synthesise } from './synthesis.ts';

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

test('nothing with data in it goes with the stack', () => {
  const kept = ['AWS::DynamoDB::Table', 'AWS::Cognito::UserPool'].flatMap((type) => resources(data, type));
  expect(kept.map(([, { DeletionPolicy }]) => DeletionPolicy)).toEqual(['Retain', 'Retain']);
});
