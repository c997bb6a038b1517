const words: Record<string, string> = {
  added: 'added',
  created: 'added',
  edited: 'edited',
  reverted: 'went back to an earlier version',
  undone: 'undid an edit',
  merged: 'merged something into it',
  unmerged: 'took a merge apart',
  removed: 'removed',
  restored: 'restored',
  commented: 'commented',
  asked: 'asked',
  answered: 'answered a question',
  tipped: 'gave a tip',
  proposed: 'proposed a change',
};

/** What somebody did, above what they did it to. */
export const didSaid = (did: string): string => words[did] ?? did;

/** By how much something grew, in bytes. */
export const deltaSaid = (delta: number): string => `${delta < 0 ? '−' : '+'}${Math.abs(delta)} bytes`;
