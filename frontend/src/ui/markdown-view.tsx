import { type ComponentProps, type ReactNode, useState } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import { Link } from 'wouter';
import { markMentions } from '#shared/pages/mentions.ts';
import { outline, textOf } from '#shared/pages/outline.ts';
import { withoutSpoilers } from '#shared/pages/rules.ts';
import { markSpoilers } from '#shared/pages/spoilers.ts';
import { readTables } from '#shared/pages/tables.ts';
import { isTangled } from '#shared/pages/tangled.ts';
import { withLinks } from '#shared/revisions/link-markdown.ts';
import styles from './markdown.module.css';
import { WideTable } from './wide-table.tsx';

const schema = { ...defaultSchema, attributes: { ...defaultSchema.attributes, span: ['dataSpoiler'] } };
type Plugins = NonNullable<ComponentProps<typeof ReactMarkdown>['rehypePlugins']>;
const rel = 'ugc nofollow noopener noreferrer';

const inText: Components = {
  a: ({ href = '', title, children }) =>
    /^\/(?![/\\])/.test(href) ? (
      <Link href={href} title={title}>
        {children}
      </Link>
    ) : (
      <a href={href} title={title} rel={href.startsWith('#') ? undefined : rel}>
        {children}
      </a>
    ),
  // A picture in somebody's text would tell its host who reads it.
  img: ({ src, alt }) => (
    <a href={typeof src === 'string' ? src : undefined} rel={rel}>
      picture{alt ? `: ${alt}` : ''}
    </a>
  ),
  span: ({ node, children }) =>
    node?.properties.dataSpoiler === undefined ? <span>{children}</span> : <Spoiler>{children}</Spoiler>,
  table: ({ node, children }) => (
    <WideTable caption={`Table: ${columnsOf(node)}`} frame={styles.table}>
      {children}
    </WideTable>
  ),
  // A corner that says nothing heads nothing.
  th: ({ node, children }) =>
    node?.children.length ? (
      <th scope="col" className={alignment(node)}>
        {children}
      </th>
    ) : (
      <td />
    ),
  td: ({ node, children }) => <td className={alignment(node)}>{children}</td>,
};
const components: Components = {
  ...inText,
  // The page's own headings make its outline; those in a text are below them all.
  h1: 'h4',
  h2: 'h4',
  h3: 'h4',
};

type Props = { text: string; top?: 2 | 3 | undefined; mentions?: readonly string[] | undefined };

type Element = Parameters<typeof textOf>[0];

/** The columns of a table by what stands above them. */
function columnsOf(node: Element | undefined): string {
  const head = node?.children?.find(({ tagName }) => tagName === 'thead');
  const names = (head?.children ?? []).flatMap((row) => (row.children ?? []).map((cell) => textOf(cell).trim()));
  const said = names.filter((name) => name !== '').join(', ');
  return said.length > 100 ? `${said.slice(0, 100).toWellFormed()}…` : said;
}

/** By a class: a style within the page's HTML is what the content policy stops. */
const alignment = (node: Element | undefined) =>
  node?.properties?.align === 'right' ? styles.right : node?.properties?.align === 'center' ? styles.center : undefined;

/** `top`: the text is what its page is for; its headings are the page's own, from this one down. */
export default function MarkdownView({ text, top, mentions = [] }: Props) {
  const linked = withLinks(text, {});
  if (isTangled(linked)) return <p className={styles.plain}>{withoutSpoilers(text)}</p>;
  const sanitised: Plugins = [[rehypeSanitize, schema]];
  return (
    <ReactMarkdown
      remarkPlugins={[readTables, markSpoilers, [markMentions, mentions]]}
      rehypePlugins={top ? [...sanitised, [outline, { top }]] : sanitised}
      components={top ? inText : components}
      skipHtml
    >
      {linked}
    </ReactMarkdown>
  );
}

function Spoiler({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState(false);
  return shown ? (
    <span className={styles.revealed}>{children}</span>
  ) : (
    <button type="button" className={styles.spoiler} onClick={() => setShown(true)}>
      Spoiler: show
    </button>
  );
}
