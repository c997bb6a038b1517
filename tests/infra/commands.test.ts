import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { credentialAdvice } from '#infra/commands/deployment/account.ts';
import { estimate, prices } from '#infra/commands/deployment/costs.ts';

const readme = readFileSync('README.md', 'utf8');

test.each([
  ['idle', 0],
  ['1,000 visits a day', 1000],
  ['100,000 visits a day', 100_000],
])('what the README says a month costs is what deploy says: %s', (name, visits) => {
  const { parts, usd } = estimate(name, visits);
  const amounts = parts.map((part) => (part.usd === 0 ? '0' : `$${part.usd.toFixed(2)}`));
  expect(readme).toContain(`| ${name} | ${amounts.join(' | ')} | $${usd.toFixed(2)} |`);
});

test('the README says of which day the prices are', () => {
  expect(readme).toContain(`us-east-1 on ${prices.date}`);
});

const failure = (name: string, message = '') => Object.assign(new Error(message), { name });

test.each([
  [failure('CredentialsProviderError'), 'There are no AWS credentials'],
  [failure('ExpiredTokenException'), 'The AWS session has expired'],
  [failure('Error', 'Token is expired. To refresh this SSO session run aws sso login'), 'The AWS session has expired'],
  [failure('InvalidClientTokenId'), 'AWS does not know these credentials'],
  [
    failure('Error', 'getaddrinfo ENOTFOUND sts.eu-nowhere-1.amazonaws.com'),
    'AWS cannot be reached in region eu-nowhere-1',
  ],
])('a failure to sign in says what to do: %s', (error, said) => {
  expect(credentialAdvice(error, 'eu-nowhere-1')).toContain(said);
});
