import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

export type Account = { id: string; caller: string };

const howTo =
  'Sign in first: `aws sso login` (with AWS_PROFILE set), or put AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment.';

/** Whose account the credentials lead to. @throws what to do where they lead nowhere */
export async function findAccount(region: string): Promise<Account> {
  try {
    const { Account, Arn } = await new STSClient({ region }).send(new GetCallerIdentityCommand({}));
    if (!Account) throw new Error('AWS names no account');
    return { id: Account, caller: Arn ?? 'unknown' };
  } catch (error) {
    throw new Error(credentialAdvice(error, region), { cause: error });
  }
}

/** What to do about a failure to sign in, from the SDK's error. */
export function credentialAdvice(error: unknown, region: string): string {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (name === 'CredentialsProviderError') return `There are no AWS credentials. ${howTo}`;
  if (/ExpiredToken|TokenRefresh|RequestExpired/.test(name) || /expired/i.test(message))
    return `The AWS session has expired. ${howTo}`;
  if (/InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|AuthFailure/.test(name))
    return `AWS does not know these credentials (or region ${region} is not switched on for the account). ${howTo}`;
  if (/ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT/.test(`${name} ${message}`))
    return `AWS cannot be reached in region ${region}: ${message}. Is the region's name right, and is there a network?`;
  return `AWS could not be asked who you are: ${name} ${message}`;
}

/** A warning where the account may run so few functions at once that visitors would be refused. */
export async function concurrencyWarning(region: string): Promise<string | undefined> {
  const { AccountLimit } = await new LambdaClient({ region }).send(new GetAccountSettingsCommand({}));
  const most = AccountLimit?.ConcurrentExecutions ?? 1000;
  if (most >= 100) return undefined;
  return `This account may run only ${most} functions at once (new accounts start so). Ask for 1,000 under Service Quotas › AWS Lambda › Concurrent executions; it is free.`;
}
