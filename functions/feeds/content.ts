import { Fragment, createElement as h, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import Markdown, { type Components, defaultUrlTransform } from 'react-markdown';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import { withoutSpoilers } from '#shared/pages/rules.ts';
import { markSpoilers } from '#shared/pages/spoilers.ts';
import { readTables } from '#shared/pages/tables.ts';
import { isTangled } from '#shared/pages/tangled.ts';
import { withLinks } from '#shared/revisions/link-markdown.ts';

const schema = { ...defaultSchema, attributes: { ...defaultSchema.attributes, span: ['dataSpoiler'] } };

const components: Components = {
  // A picture in somebody's text would tell its host who reads it.
  img: ({ src, alt }) => h('a', { href: src }, `picture${alt ? `: ${alt}` : ''}`),
  // There is nothing here to open it with.
  span: ({ node, children }) => h('span', {}, node?.properties.dataSpoiler === undefined ? children : '▒▒▒'),
};

/** People's Markdown as its page shows it before anything is opened, with whole addresses. */
export function markdown(text: string, origin: string): ReactNode {
  const linked = withLinks(text, {});
  return isTangled(linked)
    ? h('pre', {}, withoutSpoilers(text))
    : h(
        Markdown,
        {
          remarkPlugins: [readTables, markSpoilers],
          rehypePlugins: [[rehypeSanitize, schema]],
          components,
          skipHtml: true,
          urlTransform: (url) => (defaultUrlTransform(url) && URL.parse(url, origin)?.href) || '',
        },
        linked,
      );
}

export const paragraph = (...parts: (ReactNode | ReactNode[])[]): ReactNode => h('p', {}, ...parts.flat());
export const link = (href: string, text: string): ReactNode => h('a', { href }, text);

/**
 * A picture, where it is asked for without telling who listens on the way. Lazy: else React puts a link to load it early
 * before everything.
 */
export const picture = (src: string | undefined): ReactNode =>
  src?.startsWith('https://') ? h('p', {}, h('img', { src, alt: '', loading: 'lazy' })) : null;

/** These parts as HTML. */
export const htmlOf = (...parts: ReactNode[]): string => renderToStaticMarkup(h(Fragment, {}, ...parts));
