export const tokenErrors = {
  scope_missing: { status: 403, title: 'This API token is not for that' },
  token_limit: { status: 409, title: 'Nobody has more than 20 API tokens; revoke one first' },
} as const;
