import { operations } from '#shared/capabilities.ts';
import { endClaim } from './claims/end-claim.ts';
import { getMyClaim } from './claims/get-my-claim.ts';
import { listMyClaims } from './claims/list-my-claims.ts';
import { proveClaim } from './claims/prove-claim.ts';
import { startClaim } from './claims/start-claim.ts';
import { editComment } from './discussions/edit-comment.ts';
import { postComment } from './discussions/post-comment.ts';
import { unvoteComment } from './discussions/unvote-comment.ts';
import { voteComment } from './discussions/vote-comment.ts';
import { withdrawComment } from './discussions/withdraw-comment.ts';
import { exportMine } from './exports/export-mine.ts';
import { followTarget } from './follows/follow-target.ts';
import { getMyFollow } from './follows/get-my-follow.ts';
import { listHome } from './follows/list-home.ts';
import { listMyFollows } from './follows/list-my-follows.ts';
import { unfollowTarget } from './follows/unfollow-target.ts';
import type { Handlers } from './http/handler.ts';
import { servedBy } from './http/http-function.ts';
import { advanceImport } from './imports/advance-import.ts';
import { cancelImport } from './imports/cancel-import.ts';
import { getImport } from './imports/get-import.ts';
import { inspectFile } from './imports/inspect-file.ts';
import { listImportRows } from './imports/list-import-rows.ts';
import { startImport } from './imports/start-import.ts';
import { countUnread } from './inbox/count-unread.ts';
import { dismissSent } from './inbox/dismiss-sent.ts';
import { listInbox } from './inbox/list-inbox.ts';
import { markInboxRead } from './inbox/mark-inbox-read.ts';
import { sendItem } from './inbox/send-item.ts';
import { addToList } from './lists/add-to-list.ts';
import { castBallot } from './lists/cast-ballot.ts';
import { createList } from './lists/create-list.ts';
import { deleteList } from './lists/delete-list.ts';
import { editList } from './lists/edit-list.ts';
import { getMyBallot } from './lists/get-my-ballot.ts';
import { moveInList } from './lists/move-in-list.ts';
import { removeFromList } from './lists/remove-from-list.ts';
import { withdrawBallot } from './lists/withdraw-ballot.ts';
import { banPerson } from './moderation/ban-person.ts';
import { flagTarget } from './moderation/flag-target.ts';
import { getFlagWords } from './moderation/get-flag-words.ts';
import { getMyFlag } from './moderation/get-my-flag.ts';
import { getMyJudgement } from './moderation/get-my-judgement.ts';
import { judgeAct } from './moderation/judge-act.ts';
import { listFlagged } from './moderation/list-flagged.ts';
import { removeText } from './moderation/remove-text.ts';
import { unbanPerson } from './moderation/unban-person.ts';
import { unflagTarget } from './moderation/unflag-target.ts';
import { withdrawJudgement } from './moderation/withdraw-judgement.ts';
import { listMyMutes } from './mutes/list-my-mutes.ts';
import { muteTarget } from './mutes/mute-target.ts';
import { unmuteTarget } from './mutes/unmute-target.ts';
import { countWaiting } from './notifications/count-waiting.ts';
import { getDigest } from './notifications/get-digest.ts';
import { getNoticeSettings } from './notifications/get-notice-settings.ts';
import { listNotices } from './notifications/list-notices.ts';
import { markNoticesRead } from './notifications/mark-notices-read.ts';
import { putNoticeSettings } from './notifications/put-notice-settings.ts';
import { unsubscribe } from './notifications/unsubscribe.ts';
import { getMyOdds } from './odds/get-my-odds.ts';
import { chooseHandle } from './people/choose-handle.ts';
import { deleteAccount } from './people/delete-account.ts';
import { castProposalVote } from './proposals/cast-proposal-vote.ts';
import { createProposal } from './proposals/create-proposal.ts';
import { decideProposal } from './proposals/decide-proposal.ts';
import { revertProposal } from './proposals/revert-proposal.ts';
import { reviseProposal } from './proposals/revise-proposal.ts';
import { voteOnBlock } from './proposals/vote-on-block.ts';
import { withdrawProposal } from './proposals/withdraw-proposal.ts';
import { withdrawProposalVote } from './proposals/withdraw-proposal-vote.ts';
import { postReply } from './replies/post-reply.ts';
import { withdrawReply } from './replies/withdraw-reply.ts';
import { postReview } from './reviews/post-review.ts';
import { withdrawReview } from './reviews/withdraw-review.ts';
import { composeItem } from './revisions/compose-item.ts';
import { revertItem } from './revisions/revert-item.ts';
import { reviseItem } from './revisions/revise-item.ts';
import { undoRevision } from './revisions/undo-revision.ts';
import { getMyShelves } from './saves/get-my-shelves.ts';
import { listMySaves } from './saves/list-my-saves.ts';
import { listMyTags } from './saves/list-my-tags.ts';
import { lookUpSave } from './saves/look-up-save.ts';
import { noteProgress } from './saves/note-progress.ts';
import { removeProgress } from './saves/remove-progress.ts';
import { saveAddress } from './saves/save-address.ts';
import { endSession } from './sessions/end-session.ts';
import { keepSession } from './sessions/keep-session.ts';
import { applyTag } from './tags/apply-tag.ts';
import { listBundles } from './tags/list-bundles.ts';
import { putBundle } from './tags/put-bundle.ts';
import { removeBundle } from './tags/remove-bundle.ts';
import { removeTag } from './tags/remove-tag.ts';
import { retag } from './tags/retag.ts';
import { createToken } from './tokens/create-token.ts';
import { listTokens } from './tokens/list-tokens.ts';
import { revokeToken } from './tokens/revoke-token.ts';
import { checkIn } from './visits/check-in.ts';
import { removeCheckIn } from './visits/remove-check-in.ts';
import { markReview } from './votes/mark-review.ts';
import { unmarkReview } from './votes/unmark-review.ts';
import { getMyWatch } from './watches/get-my-watch.ts';
import { listMyWatches } from './watches/list-my-watches.ts';
import { listWatchedChanges } from './watches/list-watched-changes.ts';
import { markWatchedSeen } from './watches/mark-watched-seen.ts';
import { patrolRevision } from './watches/patrol-revision.ts';
import { unwatchTarget } from './watches/unwatch-target.ts';
import { watchTarget } from './watches/watch-target.ts';
import type { AtHand } from './write.ts';
import { getMyYear } from './years/get-my-year.ts';
import { putGoal } from './years/put-goal.ts';
import { removeGoal } from './years/remove-goal.ts';

/** What signed-in people do now and then: with what is at hand in `write`, every operation of theirs. */
const handlers = {
  postReview,
  listMySaves,
  withdrawReview,
  endClaim,
  getMyClaim,
  listMyClaims,
  proveClaim,
  startClaim,
  postReply,
  withdrawReply,
  editComment,
  postComment,
  unvoteComment,
  voteComment,
  withdrawComment,
  endSession,
  composeItem,
  revertItem,
  reviseItem,
  undoRevision,
  getMyShelves,
  listMyTags,
  checkIn,
  removeCheckIn,
  removeProgress,
  noteProgress,
  lookUpSave,
  exportMine,
  followTarget,
  getMyFollow,
  listHome,
  listMyFollows,
  unfollowTarget,
  advanceImport,
  cancelImport,
  getImport,
  inspectFile,
  listImportRows,
  startImport,
  countUnread,
  dismissSent,
  listInbox,
  markInboxRead,
  sendItem,
  addToList,
  castBallot,
  createList,
  deleteList,
  editList,
  getMyBallot,
  moveInList,
  removeFromList,
  withdrawBallot,
  listMyMutes,
  muteTarget,
  unmuteTarget,
  countWaiting,
  getDigest,
  getNoticeSettings,
  listNotices,
  markNoticesRead,
  putNoticeSettings,
  unsubscribe,
  chooseHandle,
  deleteAccount,
  castProposalVote,
  createProposal,
  decideProposal,
  revertProposal,
  reviseProposal,
  voteOnBlock,
  withdrawProposal,
  withdrawProposalVote,
  listBundles,
  putBundle,
  removeBundle,
  retag,
  banPerson,
  flagTarget,
  getFlagWords,
  getMyFlag,
  listFlagged,
  getMyJudgement,
  judgeAct,
  removeText,
  unbanPerson,
  unflagTarget,
  withdrawJudgement,
  createToken,
  listTokens,
  revokeToken,
  getMyOdds,
  getMyWatch,
  listMyWatches,
  listWatchedChanges,
  markWatchedSeen,
  patrolRevision,
  unwatchTarget,
  watchTarget,
  getMyYear,
  putGoal,
  removeGoal,
  saveAddress,
  removeTag,
  keepSession,
  markReview,
  unmarkReview,
  applyTag,
} satisfies Omit<Handlers<'person' | 'cookie' | 'secret'>, keyof AtHand>;

export const seldom = servedBy(operations, handlers);
