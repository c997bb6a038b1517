import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isTag, normaliseTag } from '#shared/tags/rules.ts';
import type { VoteValue } from '#shared/votes/schema.ts';
import { xmlRows } from './xml-rows.ts';

export type Post = {
  id: number;
  url: string;
  title: string;
  tags: string[];
  /** Number of the account that wrote it; 0 where it was deleted. */
  author: number;
  at: Date;
  votes: Vote[];
};
/** `voter` differs for every vote of a post and is the same at every reading of the file. */
export type Vote = { voter: number; value: VoteValue; at: Date };
/** What somebody said of a post; `author` is 0 where the account was deleted. */
export type Said = { id: number; post: number; author: number; text: string; at: Date };
export type Dump = { posts: Post[]; skippedPosts: number; votesWithoutPost: number; otherVotes: number };

const values: Record<string, VoteValue | undefined> = { 2: 'up', 3: 'down' };
/** Voters are drawn from so many people, so that nobody has every vote and nobody only one. */
const people = 400;

export const isStackExchange = (folder: string) =>
  existsSync(join(folder, 'Posts.xml')) && existsSync(join(folder, 'Votes.xml'));

/** Reads the questions and answers of a dump with their up and down votes; `site` is the host it was taken from. */
export async function readDump(folder: string, site: string): Promise<Dump> {
  const posts = new Map<number, Post>();
  const titles = new Map<number, { title: string; tags: string[] }>();
  const parents = new Map<number, number>();
  let skippedPosts = 0;
  for await (const row of xmlRows(join(folder, 'Posts.xml'))) {
    const question = row.PostTypeId === '1';
    if (!question && row.PostTypeId !== '2') {
      skippedPosts++;
      continue;
    }
    const id = Number(row.Id);
    if (question) titles.set(id, { title: row.Title ?? '', tags: tagsOf(row.Tags ?? '') });
    else parents.set(id, Number(row.ParentId));
    posts.set(id, {
      id,
      url: `https://${site}/${question ? 'q' : 'a'}/${id}`,
      title: '',
      tags: [],
      author: Math.max(0, Number(row.OwnerUserId ?? 0)),
      at: new Date(`${row.CreationDate}Z`),
      votes: [],
    });
  }
  for (const post of posts.values()) {
    const parent = parents.get(post.id);
    const question = titles.get(parent ?? post.id);
    const title = question?.title || `Question ${parent ?? post.id}`;
    post.title = (parent === undefined ? title : `Answer to: ${title}`).slice(0, 300).toWellFormed();
    post.tags = question?.tags ?? [];
  }
  return { posts: [...posts.values()], skippedPosts, ...(await readVotes(folder, posts)) };
}

async function readVotes(folder: string, posts: ReadonlyMap<number, Post>) {
  let votesWithoutPost = 0;
  let otherVotes = 0;
  for await (const row of xmlRows(join(folder, 'Votes.xml'))) {
    const value = values[row.VoteTypeId ?? ''];
    const post = posts.get(Number(row.PostId));
    if (!value) otherVotes++;
    else if (!post) votesWithoutPost++;
    else {
      const nth = post.votes.length;
      const voter = 1 + (nth < people ? (post.id * 31 + nth) % people : nth);
      // The dump tells only the day; nobody voted before the post was there.
      const at = new Date(Math.max(Date.parse(`${row.CreationDate}Z`), post.at.getTime()));
      post.votes.push({ voter, value, at });
    }
  }
  return { votesWithoutPost, otherVotes };
}

/** The comments of a dump, where it has any. */
export async function readComments(folder: string): Promise<Said[]> {
  const file = join(folder, 'Comments.xml');
  const found: Said[] = [];
  if (!existsSync(file)) return found;
  for await (const row of xmlRows(file)) {
    found.push({
      id: Number(row.Id),
      post: Number(row.PostId),
      author: Math.max(0, Number(row.UserId ?? 0)),
      text: (row.Text ?? '').toWellFormed(),
      at: new Date(`${row.CreationDate}Z`),
    });
  }
  return found;
}

/** `<a><b>` in older dumps, `|a|b|` in newer ones. */
function tagsOf(text: string): string[] {
  return text
    .split(/[<>|]+/)
    .map(normaliseTag)
    .filter((tag) => tag !== '' && isTag(tag));
}
