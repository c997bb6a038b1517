export const moderationErrors = {
  nothing_to_flag: { status: 404, title: 'There is nothing here to flag' },
  own_flag: { status: 403, title: 'Nobody flags their own' },
  flag_spent: { status: 409, title: 'It was decided about since: your flag was counted then' },
  act_not_found: { status: 404, title: 'There is no such act of moderation' },
  not_undoable: { status: 409, title: 'This cannot be undone any more' },
  own_act: { status: 403, title: 'Nobody votes on what was done with their own, or what they did' },
  flagged_already: { status: 403, title: 'Your flag counts already: nobody counts twice' },
  steward_only: { status: 403, title: 'Only the steward of this site may do that' },
  ban_yourself: { status: 409, title: 'Nobody bans themselves' },
  nothing_to_remove: { status: 404, title: 'There is no text here to remove' },
} as const;
