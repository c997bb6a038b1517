import { lazy, Suspense } from 'react';
import { wordsOf } from '#shared/lists/rules.ts';
import { withoutBars } from '#shared/pages/rules.ts';
import styles from './markdown.module.css';

const MarkdownView = lazy(() => import('./markdown-view.tsx'));

type Props = { text: string; top?: 2 | 3; mentions?: readonly string[] | undefined };

/** People's Markdown, sanitised; with links to those whom it mentions by handle. Until the renderer is here its words stand in its place. */
export function Markdown({ text, top, mentions }: Props) {
  return (
    <div className={styles.prose}>
      <Suspense fallback={<p className={styles.plain}>{wordsOf(withoutBars(text))}</p>}>
        <MarkdownView text={text} top={top} mentions={mentions} />
      </Suspense>
    </div>
  );
}
