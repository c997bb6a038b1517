import { CfnAuthorizer, CfnIntegration, CfnRoute, type HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { allOperations } from '#shared/capabilities.ts';
import { routesOf } from '#shared/tokens/rules.ts';
import { acknowledge } from './acknowledge.ts';

/** The gateway does not look at what a token is for; only access tokens carry this scope. */
export const accessScope = 'aws.cognito.signin.user.admin';

type Options = {
  api: HttpApi;
  functions: { read: LambdaFunction; write: LambdaFunction; page: LambdaFunction };
  tokens: { issuer: string; clientId: string };
};

/**
 * Every operation of the contract as a route: public ones lead to `read`, the others to `write`, past the
 * token check but for those on the session that a token comes from, and those that go by an API token, which is none
 * of the pool's. Whatever is no operation is a page's address.
 */
export function contractRoutes(scope: Construct, { api, functions, tokens }: Options): void {
  const authorizer = new CfnAuthorizer(scope, 'signedIn', {
    apiId: api.apiId,
    name: 'signed-in',
    authorizerType: 'JWT',
    identitySource: ['$request.header.Authorization'],
    jwtConfiguration: { issuer: tokens.issuer, audience: [tokens.clientId] },
  });
  const write = integration(scope, api, 'write', functions.write);
  const target = {
    public: integration(scope, api, 'read', functions.read),
    person: write,
    cookie: write,
    secret: write,
  };
  for (const { operation, path, byToken } of routesOf(allOperations)) {
    const { name, method, auth } = operation;
    const route = new CfnRoute(scope, byToken ? `${name}ByToken` : name, {
      apiId: api.apiId,
      routeKey: `${method} ${path}`,
      target: target[auth],
      operationName: name,
      ...(auth === 'person' && !byToken
        ? { authorizationType: 'JWT', authorizerId: authorizer.ref, authorizationScopes: [accessScope] }
        : { authorizationType: 'NONE' }),
    });
    if (auth === 'public') acknowledge(route, { APIG4: 'The contract says that anyone may read this.' });
    if (byToken) acknowledge(route, { APIG4: 'The function checks the API token by itself.' });
    if (auth === 'secret') acknowledge(route, { APIG4: 'The function checks the secret that the link holds.' });
    if (auth === 'cookie') acknowledge(route, { APIG4: 'It goes by a cookie, which the user pool is asked about.' });
  }
  const rest = new CfnRoute(scope, 'anythingElse', {
    apiId: api.apiId,
    routeKey: '$default',
    target: integration(scope, api, 'page', functions.page),
    authorizationType: 'NONE',
  });
  acknowledge(rest, { APIG4: 'Pages are for everyone, and hold nothing of anybody’s own.' });
}

function integration(scope: Construct, api: HttpApi, name: string, target: LambdaFunction): string {
  target.addPermission('gateway', {
    principal: new ServicePrincipal('apigateway.amazonaws.com'),
    sourceArn: api.arnForExecuteApi(),
  });
  const { ref } = new CfnIntegration(scope, `${name}Integration`, {
    apiId: api.apiId,
    integrationType: 'AWS_PROXY',
    integrationUri: target.functionArn,
    payloadFormatVersion: '2.0',
  });
  return `integrations/${ref}`;
}
