import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ProblemError } from '../client/problem.ts';
import styles from '../features/revisions/revisions.module.css';
import { Heading } from '../ui/heading.tsx';
import { Failure } from '../ui/notice.tsx';
import { Bone, Loading } from '../ui/skeleton.tsx';
import { ItemPages } from './item-pages.tsx';

type Props = {
  itemId: string;
  /** What the page is to the item: “History of”. */
  over: string;
  title: string | undefined;
  /** What it names itself, where that is more. */
  heading?: string;
  error: unknown;
  retry: () => void;
  children: ReactNode;
};

/** A page about an item: what it is called and its other pages stand above, or why there is none. */
export function OfItem({ itemId, over, title, heading, error, retry, children }: Props) {
  if (error !== undefined) {
    const gone = error instanceof ProblemError && error.status < 500;
    return (
      <>
        <Heading title={gone ? 'There is no such page' : 'This page did not load'} />
        <Failure error={error} retry={retry} />
        <p>
          <Link href={`/i/${itemId}`}>To the item</Link> · <Link href={`/i/${itemId}/history`}>its history</Link>
        </p>
      </>
    );
  }
  return (
    <>
      <p className={styles.over}>{over}</p>
      <Heading title={title ? (heading ?? `${over} ${title}`) : over}>
        {title ? <Link href={`/i/${itemId}`}>{title}</Link> : <Bone width={28} tall />}
      </Heading>
      <ItemPages itemId={itemId} />
      {title ? children : <Loading what="the page" />}
    </>
  );
}
