import type { ComponentProps } from 'react';
import Thread from '../features/discussions/thread.tsx';
import { commentTools } from './comment-tools.tsx';

/** What people say about something, with all that may be done with a comment. */
export default function ThreadOf(props: Omit<ComponentProps<typeof Thread>, 'tools'>) {
  return <Thread {...props} tools={commentTools} />;
}
