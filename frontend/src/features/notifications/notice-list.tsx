import { Link } from 'wouter';
import { claimWords, heldWords } from '#shared/notifications/digest.ts';
import type { Notice as Line } from '#shared/notifications/schema.ts';
import { Button } from '../../ui/button.tsx';
import news from '../../ui/news.module.css';
import { More, Notice } from '../../ui/notice.tsx';
import quiet from '../../ui/quiet.module.css';
import { refused } from '../../ui/refusal.ts';
import { Loading } from '../../ui/skeleton.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import styles from './notifications.module.css';
import { isNew, markRead, useNotices, useRead } from './queries.ts';

/** Lines about the same thing that follow each other stand together. */
function grouped(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.[0]?.about.href === line.about.href && last[0].about.title === line.about.title) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** What happened to me and mine; what is new is marked until I say that I read it, or follow its link. */
export function NoticeList() {
  const list = useNotices();
  const read = useRead();
  const lines = (list.data?.pages ?? []).flat();
  const mark = (some: readonly Line[], which: 'these' | 'all') =>
    void markRead(some, which).catch(refused('It is still marked as new'));
  return (
    <>
      {!list.data && list.error === undefined && <Loading what="your notifications" />}
      {list.data && lines.length === 0 && !list.data.next && (
        <Notice title="No notifications yet">
          <p>
            When somebody answers or mentions you, comments on what is yours, or when something becomes of your
            proposals and edits, it is told here.
          </p>
        </Notice>
      )}
      {lines.some((line) => isNew(read, line)) && (
        <p>
          <Button look="plain" onClick={() => mark(lines, 'all')}>
            Mark all as read
          </Button>
        </p>
      )}
      {lines.length > 0 && (
        <ol className={news.news} aria-label="Notifications, newest first">
          {grouped(lines).map((group) => {
            const fresh = group.filter((line) => isNew(read, line));
            return <Group key={group[0]?.id} group={group} fresh={fresh} onRead={() => mark(fresh, 'these')} />;
          })}
        </ol>
      )}
      <More list={list} />
    </>
  );
}

function Group({ group, fresh, onRead }: { group: readonly Line[]; fresh: readonly Line[]; onRead: () => void }) {
  const about = group[0]?.about;
  if (!about) return null;
  return (
    <li data-new={fresh.length > 0}>
      <h2 className={news.title}>
        {fresh.length > 0 && <span className="visually-hidden">New: </span>}
        <Link href={about.href}>{about.title}</Link>
      </h2>
      <ul className={styles.lines}>
        {group.map((line) => (
          <li key={line.id}>
            <Said line={line} onFollow={fresh.includes(line) ? onRead : undefined} />
          </li>
        ))}
      </ul>
      {fresh.length > 0 && (
        <button type="button" className={quiet.quiet} onClick={onRead}>
          Mark as read<span className="visually-hidden">: {about.title}</span>
        </button>
      )}
    </li>
  );
}

const verbs: Record<Line['kind'], string> = {
  reply: 'answered you',
  mention: 'mentioned you',
  comment: 'commented',
  proposal: 'Your proposal was decided',
  reverted: 'took back an edit of yours',
  moderation: 'Moderation',
  owner: 'replied to your review, as the owner',
  review: 'reviewed it',
  claim: 'Your claim',
  held: 'Your review does not count',
};

/** Where what was done says it. */
const told: Partial<Record<Line['kind'], (did: string | undefined) => string>> = {
  proposal: (did) => `Your proposal was ${did}`,
  moderation: (did) => `Moderation: ${did}`,
  claim: claimWords,
  held: heldWords,
};

function Said({ line, onFollow }: { line: Line; onFollow: (() => void) | undefined }) {
  const { kind, did, by, at, about, href = about.href, text } = line;
  const said =
    kind === 'comment' && did === 'asked' ? 'asked about it' : kind in told ? told[kind]?.(did) : verbs[kind];
  const isByNobody =
    kind === 'proposal' || kind === 'claim' || kind === 'held' || (kind === 'moderation' && by === null);
  return (
    <>
      {!isByNobody && (by === null ? 'A former member ' : <Link href={`/@${by}`}>@{by}</Link>)}{' '}
      <Link href={href} onClick={onFollow}>
        {said}
      </Link>{' '}
      <span className={styles.fine}>
        <TimeAgo at={at} />
      </span>
      {text && <span>: {text}</span>}
    </>
  );
}
