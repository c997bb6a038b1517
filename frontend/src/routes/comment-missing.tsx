import { ProblemError } from '../client/problem.ts';
import { Heading } from '../ui/heading.tsx';
import { Failure } from '../ui/notice.tsx';
import { Bone, Loading } from '../ui/skeleton.tsx';

/** The page of a comment that is on its way, does not come or is none; `noun` is what it would be. */
export function CommentMissing({ noun, error, retry }: { noun: string; error: unknown; retry: () => void }) {
  if (error === undefined)
    return (
      <>
        <Loading what={`the ${noun}`} />
        <Bone width={28} tall />
      </>
    );
  const gone = error instanceof ProblemError && error.status < 500;
  return (
    <>
      <Heading title={gone ? `No such ${noun}` : 'This page did not load'} />
      <Failure error={error} retry={retry} />
    </>
  );
}
