import { Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { acknowledge } from './acknowledge.ts';

/**
 * Lets functions have one model read questions, and tells them which. An inference profile (`eu.amazon.…`) sends what it is
 * asked to its model in several regions, so the model is allowed in all of them.
 */
export function giveModel(to: readonly LambdaFunction[], model: string): void {
  const bare = model.replace(/^(?:us|us-gov|eu|apac|jp|au|global)\./, '');
  const isProfile = bare !== model;
  for (const one of to) {
    const stack = Stack.of(one);
    const modelArn = stack.formatArn({
      service: 'bedrock',
      region: isProfile ? '*' : stack.region,
      account: '',
      resource: 'foundation-model',
      resourceName: bare,
    });
    const profile = { service: 'bedrock', resource: 'inference-profile', resourceName: model };
    one.addToRolePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['bedrock:InvokeModel'],
        resources: isProfile ? [modelArn, stack.formatArn(profile)] : [modelArn],
      }),
    );
    one.addEnvironment('ASK_MODEL', model);
    if (isProfile)
      acknowledge(stack, {
        [`IAM5[Resource::arn:<AWS::Partition>:bedrock:*::foundation-model/${bare}]`]:
          'An inference profile asks its model in whichever region has room.',
      });
  }
}
