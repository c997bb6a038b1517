import { holdOperations } from './holds/operations.ts';
import { importOperations } from './imports/operations.ts';
import { itemOperations } from './items/operations.ts';
import type { Operation } from './operation.ts';
import { peopleOperations } from './people/operations.ts';
import { rankingOperations } from './ranking/operations.ts';
import { reviewOperations } from './reviews/operations.ts';
import { sessionOperations } from './sessions/operations.ts';
import { tagOperations } from './tags/operations.ts';
import { tokenOperations } from './tokens/operations.ts';
import { voteOperations } from './votes/operations.ts';

/** The whole contract, by operation name. */
export const operations = {
  ...peopleOperations,
  ...itemOperations,
  ...reviewOperations,
  ...voteOperations,
  ...tagOperations,
  ...rankingOperations,
  ...importOperations,
  ...holdOperations,
  ...sessionOperations,
  ...tokenOperations,
} as const;

export type Operations = typeof operations;
export type OperationName = keyof Operations;

/** The contract as a list, for whatever walks it: routes, documents, tests. */
export const allOperations: readonly Operation[] = Object.values(operations);
