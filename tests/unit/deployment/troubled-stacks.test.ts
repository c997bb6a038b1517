import { expect, test } from 'vitest';
import { adviceFor } from '#infra/commands/deployment/troubled-stacks.ts';

test.each([
  'CREATE_COMPLETE',
  'UPDATE_COMPLETE',
  'UPDATE_ROLLBACK_COMPLETE',
  'ROLLBACK_COMPLETE',
  'REVIEW_IN_PROGRESS',
])('a stack that is %s can be deployed to', (status) =>
  expect(adviceFor('commonplace-prod-api', status)).toBeUndefined(),
);

test.each([
  ['UPDATE_IN_PROGRESS', /being changed.*Wait/],
  ['DELETE_IN_PROGRESS', /being changed.*Wait/],
  ['UPDATE_ROLLBACK_FAILED', /Continue update rollback/],
  ['DELETE_FAILED', /npm run destroy/],
])('of a stack that is %s it is said what to do', (status, says) => {
  expect(adviceFor('commonplace-prod-api', status)).toMatch(says);
  expect(adviceFor('commonplace-prod-api', status)).toContain('commonplace-prod-api');
});
