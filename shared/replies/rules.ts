/** Bytes that lists show of a reply, and of a review and its reply together: ten of them stay within the read units of a page. */
export const replyExcerptBytes = 160;
export const withReplyBytes = 480;
/** The latest earlier wordings of a reply that are shown. */
export const replyWordings = 100;
