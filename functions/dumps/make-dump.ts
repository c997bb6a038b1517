import type { OwnerRow } from '#functions/claims/owners/reader.ts';
import type { PastRow } from '#functions/claims/reader.ts';
import {
  type CommentRow,
  type CommentStanding,
  type CommentVersion,
  commentKey,
  commentOfVersion,
  commentStandingKey,
} from '#functions/discussions/reader.ts';
import { type ItemRow, type ItemStanding, itemStandingKey } from '#functions/items/reader.ts';
import {
  type ListEntryRow,
  type ListedStanding,
  type ListRow,
  type ListStanding,
  listedId,
  listedStandingKey,
  listStandingKey,
} from '#functions/lists/reader.ts';
import type { ActRow } from '#functions/moderation/reader.ts';
import { ownerOf, type PersonStanding, type Profile, personStandingKey, profileKey } from '#functions/people/reader.ts';
import { featureOf } from '#functions/places/features/reader.ts';
import type {
  BlockVoteRow,
  PieceRow,
  ProposalRow,
  ProposalStanding,
  VersionRow,
  VoteRow,
} from '#functions/proposals/reader.ts';
import { isVersionMade, versionInForce } from '#functions/ranking/reader.ts';
import type { ReplyRow, ReplyVersion } from '#functions/replies/reader.ts';
import {
  type ReviewRow,
  type ReviewStanding,
  type ReviewVersion,
  reviewKey,
  reviewOfVersion,
  reviewStandingKey,
} from '#functions/reviews/reader.ts';
import { type FieldsRow, furtherParts, type RevisionRow, type TextRow } from '#functions/revisions/reader.ts';
import type { Bucket } from '#functions/runtime/bucket.ts';
import { isSaveRow } from '#functions/saves/reader.ts';
import { getRows, type Key, keyText, type Row } from '#functions/table/table.ts';
import type { BetterNameRow } from '#functions/tags/reader.ts';
import { dumpKey, dumpNameAt, dumpsFolder } from '#shared/dumps/rules.ts';
import { type DumpManifest, type DumpRow, type DumpType, dumpTypes } from '#shared/dumps/schema.ts';
import { parametersWith, rankingVersion } from '#shared/ranking/parameters.ts';
import { readTarget } from '#shared/targets.ts';
import project from '../../package.json' with { type: 'json' };
import { keepIndex, putText } from './kept-dumps.ts';
import { dumpLicence } from './licence.ts';
import { besideReply, claimRow, replyRow, replyWordingRow } from './owner-rows.ts';
import { PartFile } from './part-file.ts';
import { besideProposal, blockVoteRow, proposalRow, proposalVersionRow, proposalVoteRow } from './proposal-rows.ts';
import { dumpReadme } from './readme.ts';
import { fieldsRow, revisionRow, textRow } from './revision-rows.ts';
import {
  actRow,
  commentRow,
  commentWordingRow,
  itemRow,
  listEntryRow,
  listRow,
  parametersRow,
  personRow,
  reviewRow,
  saveRow,
  synonymRow,
  tagRows,
  wordingRow,
} from './rows.ts';
import { dumpedRows } from './table.ts';

/** Parts of the table that are read side by side. */
const segments = 4;

type Options = {
  bucket: Bucket;
  now?: Date;
  /** Asked before each page of the table: may throw why it goes no further. Told how many rows were written so far. */
  onPage?: (rows: number) => void;
  partBytes?: number;
};
type Lines = { [T in DumpType]: DumpRow<T>[] };

/**
 * Writes everything public into a new folder of the bucket, and the index of the dumps kept. The manifest comes last:
 * a dump without one is none. What was written goes again where it cannot be finished.
 */
export async function makeDump({ bucket, now = new Date(), onPage, ...options }: Options): Promise<DumpManifest> {
  const name = dumpNameAt(now);
  const parts = new Map(dumpTypes.map((type) => [type, new PartFile(bucket, name, type, options.partBytes)]));
  let rows = 0;
  const segment = async (_: unknown, number: number) => {
    for await (const page of dumpedRows(number, segments)) {
      onPage?.(rows);
      const lines = await linesOf(page);
      for (const type of dumpTypes) {
        rows += lines[type].length;
        await parts.get(type)?.add(lines[type]);
      }
    }
  };
  try {
    const runs = Array.from({ length: segments }, segment);
    // None may still be writing when what was written is removed.
    await Promise.allSettled(runs);
    await Promise.all(runs);
    const files = (await Promise.all([...parts.values()].map((part) => part.end()))).flat();
    const manifest = manifestOf(name, now, files, await versionInForce());
    await putText(bucket, dumpKey(name, 'README.txt'), dumpReadme(manifest));
    await putText(bucket, dumpKey(name, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
    await keepIndex(bucket, now);
    return manifest;
  } catch (error) {
    await bucket.remove(await bucket.list(`${dumpsFolder}${name}/`));
    throw error;
  }
}

/** The rows beside which a row is shown: its numbers, or the review that it is an earlier wording of. */
function beside(row: Row): Key[] {
  if (row.type === 'item') return [itemStandingKey((row as ItemRow).id)];
  if (row.type === 'review') return [reviewStandingKey((row as ReviewRow).id)];
  if (row.type === 'profile') return [personStandingKey(ownerOf(row))];
  if (row.type === 'reviewVersion') return [reviewKey(reviewOfVersion(row))];
  if (row.type === 'list') return [listStandingKey((row as ListRow).id)];
  if (row.type === 'listEntry') {
    const { listId, itemId } = row as ListEntryRow;
    return [listedStandingKey(listedId(listId, itemId))];
  }
  if (row.type === 'comment') return [commentStandingKey((row as CommentRow).id), ...talkOf(row as CommentRow)];
  if (row.type === 'commentVersion') return [commentKey(commentOfVersion(row))];
  if (row.type === 'revisionText') return furtherParts(row as TextRow);
  return besideReply(row) ?? besideProposal(row);
}

/** Whose talk page a comment is on, if it is a person’s. */
function talkOf({ target }: CommentRow): Key[] {
  const person = readTarget(target, ['people']);
  return person ? [profileKey(person.id)] : [];
}

/** What is written of a page of the table. What belongs to a row mostly lies in the same page; the rest is read at once. */
async function linesOf(page: readonly Row[]): Promise<Lines> {
  const here = new Map(page.map((row) => [keyText(row), row]));
  const missing = page.flatMap(beside).filter((key) => !here.has(keyText(key)));
  const read = missing.length > 0 ? await getRows(missing) : undefined;
  const at = (key: Key) => here.get(keyText(key)) ?? read?.get(keyText(key));
  const lines = Object.fromEntries(dumpTypes.map((type) => [type, []])) as unknown as Lines;
  for (const row of page) {
    const [key, further, ...more] = beside(row);
    const other = key && at(key);
    if (row.type === 'item') {
      const standing = other as ItemStanding | undefined;
      lines.items.push(itemRow(row as ItemRow, standing));
      const place = featureOf(row as ItemRow, standing);
      if (place) lines.places.push(place);
      lines.tags.push(...tagRows((row as ItemRow).id, standing));
    } else if (row.type === 'review') {
      lines.reviews.push(reviewRow(row as ReviewRow, other as ReviewStanding | undefined));
    } else if (row.type === 'profile') {
      const person = personRow(row as Profile, other as PersonStanding | undefined);
      if (person) lines.people.push(person);
    } else if (row.type === 'reviewVersion') {
      const wording = wordingRow(row as ReviewVersion, other as ReviewRow | undefined);
      if (wording) lines.wordings.push(wording);
    } else if (isSaveRow(row)) {
      const save = saveRow(row);
      if (save) lines.saves.push(save);
    } else if (row.type === 'list') {
      lines.lists.push(listRow(row as ListRow, other as ListStanding | undefined));
    } else if (row.type === 'betterName') {
      lines.synonyms.push(synonymRow(row as BetterNameRow));
    } else if (isVersionMade(row)) {
      lines.parameters.push(parametersRow(row));
    } else if (row.type === 'listEntry') {
      lines.listEntries.push(listEntryRow(row as ListEntryRow, other as ListedStanding | undefined));
    } else if (row.type === 'comment') {
      const who = further && (at(further) as Profile | undefined);
      const comment = commentRow(row as CommentRow, other as CommentStanding | undefined, who);
      if (comment) lines.comments.push(comment);
    } else if (row.type === 'commentVersion') {
      const wording = commentWordingRow(row as CommentVersion, other as CommentRow | undefined);
      if (wording) lines.commentWordings.push(wording);
    } else if (row.type === 'proposal') {
      lines.proposals.push(proposalRow(row as ProposalRow, other as ProposalStanding | undefined));
    } else if (row.type === 'proposalVersion') {
      const pieces = [key, further, ...more].map((piece) => piece && (at(piece) as PieceRow | undefined));
      lines.proposalVersions.push(await proposalVersionRow(row as VersionRow, pieces));
    } else if (row.type === 'proposalVote') {
      lines.proposalVotes.push(proposalVoteRow(row as VoteRow));
    } else if (row.type === 'blockVote') {
      lines.blockVotes.push(blockVoteRow(row as BlockVoteRow, other as VoteRow | undefined));
    } else if (row.type === 'revision') {
      lines.revisions.push(revisionRow(row as RevisionRow));
    } else if (row.type === 'revisionFields') {
      const fields = fieldsRow(row as FieldsRow);
      if (fields) lines.revisionFields.push(fields);
    } else if (row.type === 'revisionText') {
      const parts = [key, further, ...more].map((part) => part && (at(part) as TextRow | undefined));
      const text = textRow(row as TextRow, parts);
      if (text) lines.revisionTexts.push(text);
    } else if (row.type === 'act') {
      lines.acts.push(actRow(row as ActRow));
    } else if (row.type === 'owner' || row.type === 'pastClaim') {
      lines.claims.push(claimRow(row as OwnerRow | PastRow));
    } else if (row.type === 'reply') {
      const standing = further && (at(further) as ReviewStanding | undefined);
      const reply = replyRow(row as ReplyRow, other as ReviewRow | undefined, standing);
      if (reply) lines.replies.push(reply);
    } else if (row.type === 'replyVersion') {
      const wording = replyWordingRow(row as ReplyVersion, other as ReplyRow | undefined);
      if (wording) lines.replyWordings.push(wording);
    }
  }
  return lines;
}

function manifestOf(
  name: string,
  from: Date,
  files: DumpManifest['files'],
  inForce: Awaited<ReturnType<typeof versionInForce>>,
): DumpManifest {
  const rowsOf = (type: DumpType) =>
    files.filter((file) => file.type === type).reduce((sum, file) => sum + file.rows, 0);
  return {
    format: 'commonplace-dump',
    version: 2,
    name,
    from: from.toISOString(),
    at: new Date().toISOString(),
    software: { name: project.name, version: project.version, licence: project.license },
    licence: dumpLicence,
    ranking: { version: inForce?.version ?? rankingVersion, parameters: { ...parametersWith(inForce?.values) } },
    rows: Object.fromEntries(dumpTypes.map((type) => [type, rowsOf(type)])),
    files,
  };
}
