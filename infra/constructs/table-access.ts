import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';

const reading = ['GetItem', 'BatchGetItem', 'Query'];
const writing = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'ConditionCheckItem'];

/** What each use of the table may do. A transaction needs the actions of its parts; only what exports everything may scan. */
export const tableActions = {
  read: reading,
  write: [...reading, ...writing],
  export: ['Scan', 'BatchGetItem'],
  /** What the clock does: holds come and go, what is left of those who are gone is removed, what was consented to is made. */
  jobs: [...reading, ...writing],
  /** What happens is brought to those who follow: it asks who they are. */
  project: [...reading, ...writing],
} as const satisfies Record<string, readonly string[]>;

/** Lets a function use the table and tells it the table's name: one is of no use without the other. */
export function giveTable(to: LambdaFunction, table: ITable, use: keyof typeof tableActions): void {
  table.grant(to, ...tableActions[use].map((action) => `dynamodb:${action}`));
  to.addEnvironment('TABLE_NAME', table.tableName);
}
