import { storeSettings } from '#functions/notifications/settings/table.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { proposalById, proposalKey, sameKey } from '#functions/proposals/table.ts';
import { updateRow, writeRows } from '#functions/table/table.ts';
import type { World } from '#tests/worlds/alice-and-bob.ts';
import { call } from './deployment.ts';

type Made = { id: string };

/** What people wrote and decided together before the contract is gone through: an article, proposals, an act of moderation. */
export async function written(
  tokenOf: (name: string) => Promise<string>,
  { bookId, editedId }: World,
): Promise<Partial<World>> {
  const made = async (by: string, method: string, path: string, what: string, body: object) => {
    const answer = await call(method, path, { token: await tokenOf(by), body });
    return (answer.body[what] as Made).id;
  };
  const fields = { title: 'An article of the contract' };
  const text = 'See [[@bob]] and [[#web]].';
  const writtenId = await made('alice', 'POST', '/api/texts', 'item', { kind: 'article', fields, text });
  // Of four revisions the second can be undone: what came later stands elsewhere.
  const begun = `A line of bob’s.\n\n${text}`;
  for (const [at, now] of [begun, `${begun}\n\nMore.`, `${begun}\n\nMore, by bob.`].entries())
    await made(at === 1 ? 'carol' : 'bob', 'PUT', `/api/items/${writtenId}`, 'item', {
      fields,
      text: now,
      base: at + 1,
    });
  const propose = (itemId: string, title: string) => {
    const change = { what: 'edit', itemId, base: 1, fields: { title } };
    return made('carol', 'POST', '/api/proposals', 'proposal', { change, reason: 'It is better.' });
  };
  const proposalId = await propose(bookId, 'A better title');
  const appliedProposalId = await propose(bookId, 'Another title');
  await updateRow(proposalKey(appliedProposalId), {
    UpdateExpression: 'SET #state = :applied, opposite = :opposite',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: {
      ':applied': 'applied',
      ':opposite': { what: 'edit', itemId: bookId, base: 1, fields: { title: 'As it was' } },
    },
  });
  // What is decided holds its change no more: the audit would find it.
  const applied = await proposalById(appliedProposalId, { strong: true });
  if (applied) await writeRows([{ delete: sameKey(applied.same) }]);
  const change = { what: 'removal', itemId: editedId };
  const withdrawnProposalId = await made('carol', 'POST', '/api/proposals', 'proposal', { change, reason: 'Gone.' });
  const block = { vote: 'block', version: 1, reason: 'Not at all.' };
  await call('PUT', `/api/proposals/${proposalId}/vote`, { token: await tokenOf('dave'), body: block });
  const removedListId = await made('dave', 'POST', '/api/lists', 'list', { title: 'Against the law', mode: 'closed' });
  const actId = await made('alice', 'PUT', `/api/moderation/removals/lists/${removedListId}`, 'act', {
    words: 'A court said so.',
  });
  const digestToken = 'A'.repeat(43);
  await subscribe(await tokenOf('dave'), digestToken);
  return { writtenId, proposalId, appliedProposalId, withdrawnProposalId, removedListId, actId, digestToken };
}

/** Whose token it is. */
export function subIn(accessToken: string): string {
  const claims = Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString();
  return (JSON.parse(claims) as { sub: string }).sub;
}

/** No mail is set up here, so that nobody can ask for a digest: somebody has one nevertheless. */
async function subscribe(accessToken: string, token: string): Promise<void> {
  const sub = subIn(accessToken);
  const who = { personId: personIdOf(sub), sub, site: 'https://example.org', token, at: new Date().toISOString() };
  await storeSettings(who, { off: [], digest: 'weekly', watchWritten: true }, undefined);
}
