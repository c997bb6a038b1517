import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { handler } from '#functions/page.ts';
import { lambdaContext } from '#infra/local/lambda-context.ts';
import { operations } from '#shared/capabilities.ts';
import { eventFor } from '#tests/builders/event.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export const origin = 'http://commons.example';

/** Asks the function `page` for an address, as the edge would. */
export async function askPage(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const [rawPath = '/', rawQueryString = ''] = path.split('?');
  const event = eventFor(operations.getMe);
  const answer = await handler(
    {
      ...event,
      routeKey: '$default',
      rawPath,
      rawQueryString,
      headers: { host: new URL(origin).host, 'x-commonplace-host': new URL(origin).host, ...headers },
      requestContext: { ...event.requestContext, http: { ...event.requestContext.http, method, path: rawPath } },
    },
    lambdaContext('page', 'test'),
  );
  return { status: answer.statusCode ?? 0, headers: answer.headers ?? {}, body: answer.body ?? '' };
}

/** A page as a browser reads it, without running anything of it. */
export function read(html: string) {
  const elements: Element[] = [];
  const walk = (node: Node) => {
    if ('tagName' in node) elements.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) walk(child);
  };
  walk(parse(html));
  const attribute = ({ attrs }: Element, name: string) => attrs.find((one) => one.name === name)?.value;
  const all = (tag: string, by: Record<string, string> = {}) =>
    elements.filter(
      (element) =>
        element.tagName === tag && Object.entries(by).every(([name, value]) => attribute(element, name) === value),
    );
  const json = (by: Record<string, string>): unknown => {
    const [element] = all('script', by);
    return element && JSON.parse(textOf(element));
  };
  return {
    all,
    title: all('title').map(textOf),
    meta: (name: string) =>
      [...all('meta', { name }), ...all('meta', { property: name })].map((one) => attribute(one, 'content')),
    canonical: all('link', { rel: 'canonical' }).map((one) => attribute(one, 'href')),
    data: () => json({ type: 'application/ld+json' }) as Record<string, unknown>,
    rendered: () => json({ id: 'rendered' }) as { at: number; loaded: Record<string, unknown> } | undefined,
    text: textOf(all('main')[0] ?? all('body')[0]),
  };
}

export function textOf(node: Node | undefined): string {
  if (!node) return '';
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
