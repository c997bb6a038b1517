import type { ComponentProps } from 'react';
import InlineThread from '../features/discussions/inline-thread.tsx';
import { commentTools } from './comment-tools.tsx';

/** The same, folded into a link until it is opened. */
export default function InlineThreadOf(props: Omit<ComponentProps<typeof InlineThread>, 'tools'>) {
  return <InlineThread {...props} tools={commentTools} />;
}
