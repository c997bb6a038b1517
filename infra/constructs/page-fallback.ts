/**
 * Runs at the edge before a request reaches the bucket: every address is the site's one page, except the files
 * that lie beside it. A name with a dot further down (/tags/node.js) is an address like any other.
 */
export const pageFallback = `function handler(event) {
  var request = event.request;
  if (!/^\\/[^/]+\\.[a-z0-9]+$/.test(request.uri)) request.uri = '/index.html';
  return request;
}
`;
