import { useState } from 'react';
import { Markdown } from '../../ui/markdown.tsx';
import { Failure } from '../../ui/notice.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { useWholeReply } from './queries.ts';

/** What the owner said before they reworded it, once somebody wants to know. */
export default function ReplyWordings({ reviewId }: { reviewId: string }) {
  const [open, setOpen] = useState(false);
  const whole = useWholeReply(reviewId, open);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Earlier wordings of the owner’s reply</summary>
      {whole.error !== undefined && <Failure error={whole.error} retry={whole.reload} />}
      {open && !whole.data && whole.error === undefined && <p role="status">Loading…</p>}
      {whole.data?.wordings.map(({ revision, text, at }) => (
        <article key={revision} aria-label={`Wording ${revision}`}>
          <p>
            <TimeAgo at={at} />
          </p>
          <Markdown text={text} />
        </article>
      ))}
    </details>
  );
}
