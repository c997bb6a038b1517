import type { Context } from 'aws-lambda';

/** The context that Lambda gives a function beside its event. */
export function lambdaContext(functionName: string, awsRequestId: string, milliseconds = 29_000): Context {
  const end = Date.now() + milliseconds;
  return {
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${functionName}`,
    memoryLimitInMB: '512',
    awsRequestId,
    logGroupName: functionName,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, end - Date.now()),
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
}
