import type { ReactNode } from 'react';
import { ProblemError } from '../client/problem.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure } from '../ui/notice.tsx';

/** Where whoever came to something that is not here, or no more, can go on from. */
export function WayOn({ href = '/', children = 'To the first page' }: { href?: string; children?: string }) {
  return (
    <p>
      <ButtonLink look="plain" href={href}>
        {children}
      </ButtonLink>
    </p>
  );
}

type Missed = { noun: string; error: unknown; retry: () => void; children: ReactNode };

/** The page of something that is not here, or that did not load; `children` is where to go on from what is not here. */
export function Missing({ noun, error, retry, children }: Missed) {
  const gone = error instanceof ProblemError && error.status < 500;
  return (
    <>
      <Heading title={gone ? `No such ${noun}` : 'This page did not load'} />
      <Failure error={error} retry={retry} />
      {gone && children}
    </>
  );
}
