import type { Comment } from '#shared/discussions/schema.ts';
import { Flag } from '../features/moderation/flag.tsx';

/** What else may be done with a comment on any page. */
export function commentTools({ id, by }: Comment) {
  return (
    <Flag what="comments" target={id} name={by ? `the comment by @${by}` : 'the comment by a former member'} by={by} />
  );
}
