import { type ReactNode, useState } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import { markSpoilers } from '#shared/pages/spoilers.ts';
import styles from './markdown.module.css';

const schema = { ...defaultSchema, attributes: { ...defaultSchema.attributes, span: ['dataSpoiler'] } };
const rel = 'ugc nofollow noopener noreferrer';

const components: Components = {
  a: ({ href, title, children }) => (
    <a href={href} title={title} rel={rel}>
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
  // The page's own headings make its outline; those in a text are below them all.
  h1: 'h4',
  h2: 'h4',
  h3: 'h4',
};

export default function MarkdownView({ text }: { text: string }) {
  return (
    <ReactMarkdown
      remarkPlugins={[markSpoilers]}
      rehypePlugins={[[rehypeSanitize, schema]]}
      components={components}
      skipHtml
    >
      {text}
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
