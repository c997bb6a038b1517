import { type MouseEvent, useState } from 'react';
import { Link } from 'wouter';
import { counted } from '../../ui/numbers.ts';
import quiet from '../../ui/quiet.module.css';
import { threadPage } from './addresses.ts';
import type { CommentTools } from './comment-item.tsx';
import type { ThreadAt } from './queries.ts';
import styles from './thread.module.css';
import Thread from './thread.tsx';

type Props = { at: ThreadAt; comments?: number | undefined; tools?: CommentTools };

/** “3 comments” under something, which opens its thread in place; its own page without scripts. */
export default function InlineThread({ at, comments = 0, tools }: Props) {
  const [isOpen, setOpen] = useState(false);
  const toggle = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    setOpen(!isOpen);
  };
  return (
    <div className={styles.inline}>
      <Link href={threadPage(at)} className={quiet.small} aria-expanded={isOpen} onClick={toggle}>
        {isOpen ? 'Fold the comments' : comments > 0 ? counted(comments, 'comment', true) : 'Comment'}
      </Link>
      {isOpen && <Thread at={at} tools={tools} />}
    </div>
  );
}
