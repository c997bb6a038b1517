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
  get region() {
    return process.env.AWS_REGION || 'us-east-1';
  },
  /** Another endpoint than AWS's own, for a local user pool. */
  get cognitoEndpoint() {
    return process.env.COGNITO_ENDPOINT || `https://cognito-idp.${this.region}.amazonaws.com`;
  },
};
