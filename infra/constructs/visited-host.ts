/**
 * Runs at the edge before a page, or anything about a session, is asked for: says under which name the visitor came,
 * since the gateway only sees its own. Whatever a visitor says under that header is overwritten.
 */
export const visitedHost = `function handler(event) {
  var request = event.request;
  request.headers['x-commonplace-host'] = { value: request.headers.host.value };
  return request;
}
`;
