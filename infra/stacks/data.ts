import { type App, CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  UserPool,
  type UserPoolClient,
  UserPoolEmail,
  VerificationEmailStyle,
} from 'aws-cdk-lib/aws-cognito';
import { AttributeType, BillingMode, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { tableDefinition, ttlAttribute } from '#functions/table/definition.ts';
import { acknowledge } from '#infra/constructs/acknowledge.ts';
import { dumpsBucket } from '#infra/constructs/dumps-bucket.ts';
import { sessionDays } from '#shared/sessions/rules.ts';
import type { Settings } from './settings.ts';

/** Everything that must outlive a deployment: the one table, the accounts, the public dumps. `destroy` leaves this stack alone. */
export class DataStack extends Stack {
  readonly table: Table;
  readonly userPool: UserPool;
  readonly client: UserPoolClient;
  readonly dumps: Bucket;

  constructor(app: App, settings: Settings) {
    const { stage, region, account } = settings;
    super(app, `commonplace-${stage}-data`, {
      env: { region, account },
      description: `Commonplace ${stage}: table, accounts, public dumps`,
      terminationProtection: !settings.emulator,
    });
    this.table = this.#table(stage);
    this.userPool = this.#userPool(stage);
    this.client = this.userPool.addClient('site', {
      userPoolClientName: `commonplace-${stage}-site`,
      generateSecret: false,
      authFlows: { userPassword: true },
      disableOAuth: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(sessionDays),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
    this.dumps = dumpsBucket(this);
    new CfnOutput(this, 'DumpsBucketName', { value: this.dumps.bucketName });
  }

  #table(stage: string): Table {
    const [pk, sk] = tableDefinition.KeySchema.map(({ AttributeName }) => ({
      name: AttributeName,
      type: AttributeType.STRING,
    }));
    if (!pk || !sk) throw new Error('The table has two key attributes');
    return new Table(this, 'table', {
      tableName: `commonplace-${stage}`,
      partitionKey: pk,
      sortKey: sk,
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType[tableDefinition.StreamSpecification.StreamViewType],
      timeToLiveAttribute: ttlAttribute,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  #userPool(stage: string): UserPool {
    const pool = new UserPool(this, 'people', {
      userPoolName: `commonplace-${stage}`,
      signInAliases: { email: true },
      autoVerify: { email: true },
      selfSignUpEnabled: true,
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      email: UserPoolEmail.withCognito(),
      userVerification: {
        emailStyle: VerificationEmailStyle.CODE,
        emailSubject: 'Your code for Commonplace',
        emailBody: 'Your code is {####}',
      },
      // The site promises: at least eight characters, of whatever sort.
      passwordPolicy: {
        minLength: 8,
        requireLowercase: false,
        requireUppercase: false,
        requireDigits: false,
        requireSymbols: false,
        tempPasswordValidity: Duration.days(3),
      },
      featurePlan: FeaturePlan.LITE,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(pool, {
      COG1: 'Length counts, not classes of characters (NIST SP 800-63B 5.1.1.2); the site asks for eight or more.',
      COG2: 'A second factor is more than a public commons needs of everyone; the site has no step for it.',
      COG8: 'The Plus plan is paid for every active person; an idle deployment is to cost nothing.',
    });
    return pool;
  }
}
