import { siteConfig } from './config.ts';
import { NetworkError } from './problem.ts';

/** A refusal by the user pool, with its code such as `CodeMismatchException`. */
export class SignInError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(said[code] ?? message);
    this.name = 'SignInError';
    this.code = code;
  }
}

const said: Record<string, string> = {
  NotAuthorizedException: 'The e-mail address or the password is not right.',
  UserNotFoundException: 'The e-mail address or the password is not right.',
  UserNotConfirmedException: 'This address still has to be confirmed with the code we sent.',
  UsernameExistsException: 'There is already an account with this e-mail address. Sign in instead.',
  CodeMismatchException: 'That is not the code we sent last.',
  ExpiredCodeException: 'That code has expired. Ask for a new one.',
  LimitExceededException: 'Too many attempts. Wait a while and try again.',
  TooManyRequestsException: 'Too many attempts. Wait a while and try again.',
  TooManyFailedAttemptsException: 'Too many attempts. Wait a while and try again.',
};

type Tokens = { AccessToken: string; ExpiresIn: number; RefreshToken?: string };
type Actions = {
  SignUp: { Username: string; Password: string; UserAttributes: { Name: string; Value: string }[] };
  ConfirmSignUp: { Username: string; ConfirmationCode: string };
  ResendConfirmationCode: { Username: string };
  InitiateAuth: { AuthFlow: 'USER_PASSWORD_AUTH'; AuthParameters: Record<string, string> };
  ForgotPassword: { Username: string };
  ConfirmForgotPassword: { Username: string; ConfirmationCode: string; Password: string };
};
type Answers = { InitiateAuth: { AuthenticationResult?: Tokens; ChallengeName?: string } };

/** One call of Cognito's JSON API. The pool's address and client come from /config.json at run time. */
export async function cognito<A extends keyof Actions>(
  action: A,
  input: Actions[A],
): Promise<A extends keyof Answers ? Answers[A] : unknown> {
  const { region, userPoolClientId, cognitoEndpoint } = await siteConfig();
  const response = await fetch(cognitoEndpoint ?? `https://cognito-idp.${region}.amazonaws.com/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
    },
    body: JSON.stringify({ ClientId: userPoolClientId, ...input }),
  }).catch(() => {
    throw new NetworkError();
  });
  const body = (await response.json().catch(() => ({}))) as { __type?: string; code?: string; message?: string };
  if (response.ok) return body as A extends keyof Answers ? Answers[A] : unknown;
  const code = (body.__type ?? body.code ?? 'Unknown').replace(/^.*#/, '');
  throw new SignInError(code, body.message ?? 'Signing in did not work. Try again.');
}
