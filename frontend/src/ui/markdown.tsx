import { lazy, Suspense } from 'react';
import styles from './markdown.module.css';

const MarkdownView = lazy(() => import('./markdown-view.tsx'));

/** People's Markdown, sanitised. Until the renderer is here its plain text stands in its place. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className={styles.prose}>
      <Suspense fallback={<p className={styles.plain}>{text.replace(/\|\|[^|]+\|\|/g, '▒▒▒')}</p>}>
        <MarkdownView text={text} />
      </Suspense>
    </div>
  );
}
