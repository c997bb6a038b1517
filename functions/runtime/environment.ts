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
  /** What only the edge knows to say, so that it is believed who the visitor is. */
  get edgeKey() {
    return process.env.EDGE_KEY || undefined;
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
