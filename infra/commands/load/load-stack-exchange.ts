import { postComment } from '#functions/discussions/post-comment.ts';
import { createItem } from '#functions/items/create-item.ts';
import { applyTag } from '#functions/tags/apply-tag.ts';
import { castVote } from '#functions/votes/cast-vote.ts';
import { contextOf, ensureHandle } from '../account.ts';
import { say } from '../terminal.ts';
import { awaitScores } from './await-scores.ts';
import { eachRow } from './each-row.ts';
import { type Post, readComments, readDump, type Said, type Vote } from './stack-exchange.ts';

const authorSub = (author: number) => `loaded-stackexchange-author-${author}`;
const voterSub = (voter: number) => `loaded-stackexchange-${voter}`;
const none = { params: undefined, query: undefined, body: undefined };

/** Loads a dump's questions and answers as links, with their tags, votes and comments on their dates; false where a score differs after. */
export async function loadStackExchange(folder: string, site: string, limit: number): Promise<boolean> {
  const dump = await readDump(folder, site);
  const posts = dump.posts.slice(0, limit);
  const votes = posts.flatMap((post) => post.votes.map((vote) => ({ post, vote })));
  const known = new Set(posts.map(({ id }) => id));
  const comments = (await readComments(folder)).filter(({ post }) => known.has(post));
  await makePeople(posts, comments);

  const itemIds = new Map<number, string>();
  const existing = await eachRow('Posts', posts, async (post) => {
    const context = contextOf(authorSub(post.author), post.at);
    const body = { kind: 'link' as const, fields: { url: post.url, title: post.title } };
    const added = await createItem({ ...none, body }, context);
    itemIds.set(post.id, added.item.id);
    for (const tag of post.tags) await applyTag({ ...none, params: { itemId: added.item.id, tag } }, context);
    return added.existing;
  });
  await eachRow('Comments', comments, (said) => comment(itemIds.get(said.post) ?? '', said));
  await eachRow('Votes', votes, ({ post, vote }) => cast(itemIds.get(post.id) ?? '', vote));

  const here = existing.filter(Boolean).length;
  say(
    `${posts.length - here} posts added, ${here} were here already, ${votes.length} votes and ${comments.length} comments stand. ` +
      `Not loaded: ${dump.skippedPosts} posts that are neither question nor answer, ` +
      `${dump.votesWithoutPost} up or down votes on posts that are not among the questions and answers, ` +
      `${dump.otherVotes} votes of other types.`,
  );
  return awaitScores(posts.map((post) => ({ name: post.url, itemId: itemIds.get(post.id) ?? '', ...scoreOf(post) })));
}

/** Everybody gets the date of the first thing they did as day of joining. */
async function makePeople(posts: readonly Post[], comments: readonly Said[]): Promise<void> {
  const first = new Map<string, { sub: string; handle: string; at: Date }>();
  const note = (sub: string, handle: string, at: Date) => {
    const known = first.get(sub);
    if (!known || known.at > at) first.set(sub, { sub, handle, at });
  };
  for (const { author, at, votes } of posts) {
    note(authorSub(author), `se-author-${author}`, at);
    for (const vote of votes) note(voterSub(vote.voter), `se-voter-${vote.voter}`, vote.at);
  }
  for (const { author, at } of comments) note(authorSub(author), `se-author-${author}`, at);
  await eachRow('People', [...first.values()], ({ sub, handle, at }) => ensureHandle(sub, handle, at));
}

/** The key makes it the same comment at every loading. */
async function comment(itemId: string, { id, author, text, at }: Said): Promise<void> {
  const body = { text };
  const params = { what: 'items' as const, target: itemId };
  await postComment({ ...none, params, body, idempotencyKey: `se-${id}` }, contextOf(authorSub(author), at));
}

async function cast(itemId: string, { voter, value, at }: Vote): Promise<void> {
  await castVote({ ...none, params: { itemId }, body: { value } }, contextOf(voterSub(voter), at));
}

function scoreOf({ votes }: Post): { up: number; down: number } {
  const up = votes.filter(({ value }) => value === 'up').length;
  return { up, down: votes.length - up };
}
