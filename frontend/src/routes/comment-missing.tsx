import { Bone, Loading } from '../ui/skeleton.tsx';
import { Missing, WayOn } from './way-on.tsx';

/** The page of a comment that is on its way, does not come or is none; `noun` is what it would be. */
export function CommentMissing({ noun, error, retry }: { noun: string; error: unknown; retry: () => void }) {
  if (error === undefined)
    return (
      <>
        <Loading what={`the ${noun}`} />
        <Bone width={28} tall />
      </>
    );
  return (
    <Missing noun={noun} error={error} retry={retry}>
      <WayOn />
    </Missing>
  );
}
