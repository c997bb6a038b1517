import { exportMine } from './exports/export-mine.ts';
import { followTarget } from './follows/follow-target.ts';
import { getMyFollow } from './follows/get-my-follow.ts';
import { listHome } from './follows/list-home.ts';
import { listMyFollows } from './follows/list-my-follows.ts';
import { unfollowTarget } from './follows/unfollow-target.ts';
import type { Handlers } from './http/handler.ts';
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
import { editItem } from './items/edit-item.ts';
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
import { getMyShelves } from './saves/get-my-shelves.ts';
import { listMyTags } from './saves/list-my-tags.ts';
import { lookUpSave } from './saves/look-up-save.ts';
import { noteProgress } from './saves/note-progress.ts';
import { removeProgress } from './saves/remove-progress.ts';
import { endSession } from './sessions/end-session.ts';
import { listBundles } from './tags/list-bundles.ts';
import { listMySynonyms } from './tags/list-my-synonyms.ts';
import { putBundle } from './tags/put-bundle.ts';
import { removeBundle } from './tags/remove-bundle.ts';
import { retag } from './tags/retag.ts';
import { supportSynonym } from './tags/support-synonym.ts';
import { withdrawSynonym } from './tags/withdraw-synonym.ts';
import { createToken } from './tokens/create-token.ts';
import { listTokens } from './tokens/list-tokens.ts';
import { revokeToken } from './tokens/revoke-token.ts';
import type { AtHand } from './write.ts';
import { getMyYear } from './years/get-my-year.ts';
import { putGoal } from './years/put-goal.ts';
import { removeGoal } from './years/remove-goal.ts';

/** What signed-in people do now and then: with what is at hand in `write`, every operation of theirs. */
export const seldom = {
  endSession,
  getMyShelves,
  listMyTags,
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
  editItem,
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
  chooseHandle,
  deleteAccount,
  listBundles,
  listMySynonyms,
  putBundle,
  removeBundle,
  retag,
  supportSynonym,
  withdrawSynonym,
  createToken,
  listTokens,
  revokeToken,
  getMyYear,
  putGoal,
  removeGoal,
} satisfies Omit<Handlers<'person' | 'cookie'>, keyof AtHand>;
