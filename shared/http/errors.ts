/** Codes that any operation may answer. */
export const httpErrors = {
  invalid_input: { status: 400, title: 'The request does not match the contract' },
  invalid_json: { status: 400, title: 'The body is not valid JSON in UTF-8' },
  invalid_cursor: { status: 400, title: 'The cursor is not one this list gave out' },
  sign_in_required: { status: 401, title: 'Sign in to do this' },
  banned: { status: 403, title: 'You are banned from writing here' },
  route_not_found: { status: 404, title: 'There is nothing at this address' },
  method_not_allowed: { status: 405, title: 'This address does not take that method' },
  no_room: { status: 409, title: 'There is no room for more of this' },
  body_too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'The body must be application/json' },
  too_many_requests: { status: 429, title: 'That was too much at once' },
  try_again: { status: 503, title: 'The system is busy; asking again is safe' },
  internal_error: { status: 500, title: 'Something went wrong on our side' },
} as const;
