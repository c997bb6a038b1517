import { type ComponentProps, type ReactNode, useState } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import { Link } from 'wouter';
import { markMentions } from '#shared/pages/mentions.ts';
import { outline } from '#shared/pages/outline.ts';
import { withoutSpoilers } from '#shared/pages/rules.ts';
import { markSpoilers } from '#shared/pages/spoilers.ts';
import { isTangled } from '#shared/pages/tangled.ts';
import { withLinks } from '#shared/revisions/link-markdown.ts';
import styles from './markdown.module.css';

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
};
const components: Components = {
  ...inText,
  // The page's own headings make its outline; those in a text are below them all.
  h1: 'h4',
  h2: 'h4',
  h3: 'h4',
};

type Props = { text: string; top?: 2 | 3 | undefined; mentions?: readonly string[] | undefined };

/** `top`: the text is what its page is for; its headings are the page's own, from this one down. */
export default function MarkdownView({ text, top, mentions = [] }: Props) {
  if (isTangled(text)) return <p className={styles.plain}>{withoutSpoilers(text)}</p>;
  const sanitised: Plugins = [[rehypeSanitize, schema]];
  return (
    <ReactMarkdown
      remarkPlugins={[markSpoilers, [markMentions, mentions]]}
      rehypePlugins={top ? [...sanitised, [outline, { top }]] : sanitised}
      components={top ? inText : components}
      skipHtml
    >
      {withLinks(text, {})}
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
