import { AdminGetUserCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { environment } from './environment.ts';

let client: CognitoIdentityProviderClient | undefined;

/** The confirmed mail address of an account, as the user pool has it now; undefined where there is none. It is kept nowhere. */
export async function addressOf(sub: string): Promise<string | undefined> {
  client ??= new CognitoIdentityProviderClient({
    region: environment.region,
    ...(process.env.COGNITO_ENDPOINT ? { endpoint: environment.cognitoEndpoint } : {}),
  });
  const { UserAttributes = [] } = await client.send(
    new AdminGetUserCommand({ UserPoolId: environment.userPoolId, Username: sub }),
  );
  const of = (name: string) => UserAttributes.find(({ Name }) => Name === name)?.Value;
  return of('email_verified') === 'false' ? undefined : of('email');
}
