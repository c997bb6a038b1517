import { exportMine } from './exports/export-mine.ts';
import { followTarget } from './follows/follow-target.ts';
import { getMyFollow } from './follows/get-my-follow.ts';
import { listHome } from './follows/list-home.ts';
import { listMyFollows } from './follows/list-my-follows.ts';
import { unfollowTarget } from './follows/unfollow-target.ts';
import type { Handlers } from './http/handler.ts';
import { httpFunction } from './http/http-function.ts';
import { tokenCaller } from './http/token-caller.ts';
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
import { createItem } from './items/create-item.ts';
import { editItem } from './items/edit-item.ts';
import { getMyView } from './items/get-my-view.ts';
import { addToList } from './lists/add-to-list.ts';
import { castBallot } from './lists/cast-ballot.ts';
import { createList } from './lists/create-list.ts';
import { deleteList } from './lists/delete-list.ts';
import { editList } from './lists/edit-list.ts';
import { getMyBallot } from './lists/get-my-ballot.ts';
import { moveInList } from './lists/move-in-list.ts';
import { removeFromList } from './lists/remove-from-list.ts';
import { withdrawBallot } from './lists/withdraw-ballot.ts';
import { listMyMutes } from './mutes/list-my-mutes.ts';
import { muteTarget } from './mutes/mute-target.ts';
import { unmuteTarget } from './mutes/unmute-target.ts';
import { chooseHandle } from './people/choose-handle.ts';
import { deleteAccount } from './people/delete-account.ts';
import { getMe } from './people/get-me.ts';
import { postReview } from './reviews/post-review.ts';
import { withdrawReview } from './reviews/withdraw-review.ts';
import { getMySave } from './saves/get-my-save.ts';
import { getMyShelves } from './saves/get-my-shelves.ts';
import { listMySaves } from './saves/list-my-saves.ts';
import { listMyTags } from './saves/list-my-tags.ts';
import { lookUpSave } from './saves/look-up-save.ts';
import { noteProgress } from './saves/note-progress.ts';
import { removeProgress } from './saves/remove-progress.ts';
import { saveAddress } from './saves/save-address.ts';
import { saveItem } from './saves/save-item.ts';
import { unsaveItem } from './saves/unsave-item.ts';
import { endSession } from './sessions/end-session.ts';
import { keepSession } from './sessions/keep-session.ts';
import { renewSession } from './sessions/renew-session.ts';
import { applyTag } from './tags/apply-tag.ts';
import { listBundles } from './tags/list-bundles.ts';
import { listMySynonyms } from './tags/list-my-synonyms.ts';
import { putBundle } from './tags/put-bundle.ts';
import { removeBundle } from './tags/remove-bundle.ts';
import { removeTag } from './tags/remove-tag.ts';
import { retag } from './tags/retag.ts';
import { supportSynonym } from './tags/support-synonym.ts';
import { withdrawSynonym } from './tags/withdraw-synonym.ts';
import { createToken } from './tokens/create-token.ts';
import { listTokens } from './tokens/list-tokens.ts';
import { revokeToken } from './tokens/revoke-token.ts';
import { castVote } from './votes/cast-vote.ts';
import { listMyMarks } from './votes/list-my-marks.ts';
import { markReview } from './votes/mark-review.ts';
import { unmarkReview } from './votes/unmark-review.ts';
import { withdrawVote } from './votes/withdraw-vote.ts';
import { getMyYear } from './years/get-my-year.ts';
import { putGoal } from './years/put-goal.ts';
import { removeGoal } from './years/remove-goal.ts';

/** Serves what signed-in people do, what only they may see, and how they stay signed in. */
export const handler = httpFunction(
  {
    exportMine,
    advanceImport,
    cancelImport,
    getImport,
    inspectFile,
    listImportRows,
    startImport,
    createItem,
    editItem,
    getMyView,
    addToList,
    castBallot,
    createList,
    deleteList,
    editList,
    getMyBallot,
    moveInList,
    removeFromList,
    withdrawBallot,
    chooseHandle,
    deleteAccount,
    getMe,
    postReview,
    withdrawReview,
    getMySave,
    getMyShelves,
    listMySaves,
    listMyTags,
    lookUpSave,
    noteProgress,
    removeProgress,
    saveAddress,
    saveItem,
    unsaveItem,
    endSession,
    keepSession,
    renewSession,
    applyTag,
    removeTag,
    retag,
    putBundle,
    removeBundle,
    listBundles,
    supportSynonym,
    withdrawSynonym,
    listMySynonyms,
    createToken,
    listTokens,
    revokeToken,
    castVote,
    listMyMarks,
    markReview,
    unmarkReview,
    withdrawVote,
    followTarget,
    unfollowTarget,
    getMyFollow,
    listMyFollows,
    listHome,
    muteTarget,
    unmuteTarget,
    listMyMutes,
    sendItem,
    listInbox,
    countUnread,
    markInboxRead,
    dismissSent,
    getMyYear,
    putGoal,
    removeGoal,
  } satisfies Handlers<'person' | 'cookie'>,
  tokenCaller,
);
