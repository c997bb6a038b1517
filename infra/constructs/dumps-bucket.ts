import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { searchFolder } from '#functions/search/store.ts';
import { daysAtMost, dumpsFolder } from '#shared/dumps/rules.ts';
import { acknowledge } from './acknowledge.ts';

/** Where the public dumps lie, and what search gathered, which the edge may not read. They can be made again: the bucket goes with its stack, emptied by the destroy command. */
export function dumpsBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, 'dumps', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.DESTROY,
    lifecycleRules: [
      // What was withdrawn since must not stay public for long, though no job may run any more.
      {
        prefix: dumpsFolder,
        expiration: Duration.days(daysAtMost),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
  });
  // The edge is made after this stack, so that its own name cannot stand here: any of this account's may read.
  const edge = {
    principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
    conditions: {
      ArnLike: { 'AWS:SourceArn': `arn:${Aws.PARTITION}:cloudfront::${Aws.ACCOUNT_ID}:distribution/*` },
    },
  };
  bucket.addToResourcePolicy(
    new PolicyStatement({ ...edge, actions: ['s3:GetObject'], resources: [bucket.arnForObjects(`${dumpsFolder}*`)] }),
  );
  // With the right to list, a file that is not there is answered 404, not 403.
  bucket.addToResourcePolicy(
    new PolicyStatement({ ...edge, actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
  );
  acknowledge(bucket, { S1: 'It holds what is public anyway; who takes it away is nobody’s business.' });
  return bucket;
}

/** Lets a function keep the dumps and tells it the bucket's name. */
export function giveDumps(to: LambdaFunction, bucket: Bucket): void {
  to.addToRolePolicy(
    new PolicyStatement({
      actions: ['s3:PutObject', 's3:GetObject', 's3:DeleteObject'],
      resources: [bucket.arnForObjects(`${dumpsFolder}*`)],
    }),
  );
  to.addToRolePolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }));
  to.addEnvironment('DUMPS_BUCKET', bucket.bucketName);
  if (to.role)
    acknowledge(to.role, {
      [`IAM5[Resource::${exportedArn(bucket, to)}/dumps/*]`]: 'The files of the dumps, whose names are new each time.',
    });
}

/** Lets functions read what search gathered, and one keep it, and tells them the bucket's name. */
export function giveSearch(bucket: Bucket, readers: readonly LambdaFunction[], keeper: LambdaFunction): void {
  const objects = bucket.arnForObjects(`${searchFolder}*`);
  for (const to of [...readers, keeper]) {
    const actions = to === keeper ? ['s3:GetObject', 's3:PutObject'] : ['s3:GetObject'];
    to.addToRolePolicy(new PolicyStatement({ actions, resources: [objects] }));
    to.addEnvironment('SEARCH_BUCKET', bucket.bucketName);
    if (to.role)
      acknowledge(to.role, {
        [`IAM5[Resource::${exportedArn(bucket, to)}/search/*]`]:
          'The files that search begins with, named by their format.',
      });
  }
}

/** The name under which the bucket's stack hands its ARN to the function's. */
function exportedArn(bucket: Bucket, to: LambdaFunction): string {
  const { 'Fn::ImportValue': name } = Stack.of(to).resolve(Stack.of(bucket).exportValue(bucket.bucketArn)) as {
    'Fn::ImportValue': string;
  };
  return name;
}
