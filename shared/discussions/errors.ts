export const discussionErrors = {
  thread_not_found: { status: 404, title: 'There is nothing here to talk about' },
  comment_not_found: { status: 404, title: 'There is no such comment' },
  comment_withdrawn: { status: 409, title: 'That comment was withdrawn' },
  comment_conflict: { status: 409, title: 'Your comment changed since you opened it' },
  not_your_comment: { status: 403, title: 'Only who wrote a comment may do that' },
} as const;
