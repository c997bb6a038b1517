import { Link } from 'wouter';
import { commentPage, nounOf } from '#shared/discussions/threads.ts';
import { ProblemError } from '../client/problem.ts';
import comments from '../features/discussions/comment-lines.module.css';
import { useCommentsOf } from '../features/discussions/queries.ts';
import { PersonTabs } from '../features/people/person-tabs.tsx';
import { Button } from '../ui/button.tsx';
import { FeedLinks } from '../ui/feed-links.tsx';
import { Heading } from '../ui/heading.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { Loading } from '../ui/skeleton.tsx';
import { TimeAgo } from '../ui/time-ago.tsx';
import { WayOn } from './way-on.tsx';

/** How a line begins, by what was said. */
const saidAs = { comment: 'On', question: 'Asked about', answer: 'Answered about', tip: 'A tip on' } as const;

/** What a person said, newest first. */
export default function PersonCommentsRoute({ handle }: { handle: string }) {
  const list = useCommentsOf(handle);
  if (!list.data && list.error !== undefined) {
    const nobody = list.error instanceof ProblemError && list.error.status < 500;
    return (
      <>
        <Heading title={nobody ? `Nobody is called @${handle}` : 'This page did not load'} />
        <Failure error={list.error} retry={list.reload} />
        {nobody && <WayOn />}
      </>
    );
  }
  const lines = (list.data?.pages ?? []).flat();
  return (
    <>
      <Heading title={`@${handle}: comments`}>@{handle}</Heading>
      <PersonTabs handle={handle} current="comments" />
      {!list.data && <Loading what="comments" />}
      <ol className={comments.lines}>
        {lines.map((line) => (
          <li key={line.id}>
            <p>
              {saidAs[nounOf(line.what, line)]} <Link href={line.about.href}>{line.about.title}</Link>,{' '}
              <Link href={commentPage(line.what, line)}>
                <TimeAgo at={line.at} />
              </Link>
            </p>
            <Markdown text={line.text} mentions={line.mentions} />
            {line.more && <Link href={commentPage(line.what, line)}>Read on</Link>}
          </li>
        ))}
      </ol>
      {list.data && lines.length === 0 && <Notice title="Nothing said yet" />}
      {list.error !== undefined && <Failure error={list.error} retry={list.more} />}
      {list.data?.next && (
        <p>
          <Button look="plain" busy={list.loading} onClick={list.more}>
            More
          </Button>
        </p>
      )}
      <FeedLinks of={`/@${handle}/comments`} about={`@${handle}: comments`} />
    </>
  );
}
