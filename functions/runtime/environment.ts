/** Reads a required setting. Missing ones stop the start, not a request. */
function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is not set`);
  return value;
}

/** Where this function runs. Read late, so that tests can set it. */
export const environment = {
  get tableName() {
    return required('TABLE_NAME');
  },
  /** Another endpoint than AWS's own, for a local engine. */
  get databaseEndpoint() {
    return process.env.DYNAMODB_ENDPOINT || undefined;
  },
  /** How long the table may be silent, in ms. All tries of a call end before the function that makes it is ended. */
  get databasePatience() {
    return process.env.AWS_LAMBDA_FUNCTION_NAME ? 2000 : 10_000;
  },
  get region() {
    return process.env.AWS_REGION || 'us-east-1';
  },
  /** The bucket that the public dumps lie in. */
  get dumpsBucket() {
    return required('DUMPS_BUCKET');
  },
  /** The bucket that what search gathered lies in. */
  get searchBucket() {
    return process.env.SEARCH_BUCKET || undefined;
  },
  /** A folder for it instead. */
  get searchDirectory() {
    return process.env.SEARCH_DIRECTORY || undefined;
  },
  /** How long an instance goes by what it knows before it asks what changed, in ms. */
  get searchPatience() {
    return Number(process.env.SEARCH_PATIENCE ?? 2000);
  },
  /** Whether what can be found is written for OpenSearch, too. */
  get publishesSearch() {
    return process.env.SEARCH_PUBLISHES === 'true';
  },
  /** The OpenSearch domain that is asked in place of the embedded engine. */
  get searchEndpoint() {
    return process.env.SEARCH_ENDPOINT || undefined;
  },
  /** The model of Amazon Bedrock that reads questions which rules do not; without, none does. */
  get askModel() {
    return process.env.ASK_MODEL || undefined;
  },
  /** Where models are asked. */
  get askEndpoint() {
    return process.env.BEDROCK_ENDPOINT || `https://bedrock-runtime.${this.region}.amazonaws.com`;
  },
  /** Another endpoint than AWS's own, for an emulated object storage. */
  get storageEndpoint() {
    return process.env.S3_ENDPOINT || undefined;
  },
  /** By how much the limits on writes are multiplied here: for a load that is meant. */
  get limitFactor() {
    return Number(process.env.LIMIT_FACTOR) || 1;
  },
  /** Where the site's build put what pages are made of: beside the function, unless told. */
  get pageDirectory() {
    return process.env.PAGE_DIRECTORY || import.meta.dirname;
  },
  /** Whom mails come from; none are sent without. */
  get mailFrom() {
    return process.env.MAIL_FROM || undefined;
  },
  /** A folder that mails are written to instead of being sent. */
  get mailDirectory() {
    return process.env.MAIL_DIRECTORY || undefined;
  },
  /** Whether this site sends mail. */
  get sendsMail() {
    return Boolean(this.mailFrom ?? this.mailDirectory);
  },
  /** What only the edge knows to say, so that it is believed who the visitor is. */
  get edgeKey() {
    return process.env.EDGE_KEY || undefined;
  },
  get userPoolId() {
    return required('USER_POOL_ID');
  },
  /** What the site is to the user pool. */
  get userPoolClientId() {
    return required('USER_POOL_CLIENT_ID');
  },
  /** Another endpoint than AWS's own, for a local user pool. */
  get cognitoEndpoint() {
    return process.env.COGNITO_ENDPOINT || `https://cognito-idp.${this.region}.amazonaws.com`;
  },
};
