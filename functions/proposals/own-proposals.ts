import { getRows, keyText } from '#functions/table/table.ts';
import { proposalOf } from './judged.ts';
import {
  type BlockVoteRow,
  creditsOf,
  type ProposalRow,
  proposalKey,
  proposalsCredited,
  proposedId,
  type VersionRow,
  type VoteRow,
  versionsOf,
} from './table.ts';
import { changeFrom } from './versions.ts';

type Page = Promise<{ entries: { after: string; value: unknown }[]; last: string | undefined }>;
const pageSize = 20;
/** UTF-16 units of a page, but for its last entry. */
const enough = 800_000;

/** What a person proposed, a page at a time by id. */
export async function proposalsMade(personId: string, after: string | undefined): Page {
  const { rows, last } = await creditsOf(personId, 'proposed', after, pageSize);
  const facts = await getRows(proposalsCredited(personId, rows), { strong: true });
  const entries = rows.flatMap((row) => {
    const [key] = proposalsCredited(personId, [row]);
    const fact = key && (facts.get(keyText(key)) as ProposalRow | undefined);
    return fact ? [{ after: row.sk, value: proposalOf(fact) }] : [];
  });
  return { entries, last };
}

/**
 * Every version of what a person proposed. There are up to fifty of each, with up to a megabyte of text: one is read at a
 * time, and a page ends where it is long.
 */
export async function versionsProposed(personId: string, after: string | undefined): Page {
  // A place is that of a proposal that is through, or of a version, after which it goes on.
  const [credit, version] = after?.split(' ') ?? [];
  const { rows, last } = await creditsOf(personId, 'proposed', credit, pageSize);
  const begun = credit !== undefined && version !== undefined ? [{ sk: credit, done: Number(version) }] : [];
  const entries: Awaited<Page>['entries'] = [];
  let size = 0;
  for (const { sk, done } of [...begun, ...rows.map((row) => ({ sk: row.sk, done: 0 }))]) {
    for (const row of await versionsOf(proposedId(sk))) {
      if (row.version <= done) continue;
      if (size > enough) return { entries, last: entries.at(-1)?.after };
      const value = await versionValue(row);
      entries.push({ after: `${sk} ${row.version}`, value });
      size += JSON.stringify(value).length;
    }
  }
  return { entries, last };
}

async function versionValue(row: VersionRow) {
  const { proposalId, version, at, reason } = row;
  return { proposalId, version, at, reason, change: await changeFrom(row) };
}

/** What a person voted on proposals, and on blocks of others, a page at a time. */
export async function proposalsJudged(personId: string, after: string | undefined): Page {
  const { rows, last } = await creditsOf(personId, 'judged', after, 100);
  const keys = proposalsCredited(personId, rows);
  const found = await getRows([...keys, ...keys.map(({ pk }) => ({ pk, sk: proposalKey('').sk }))], { strong: true });
  const entries = rows.flatMap(({ sk }, at) => {
    const key = keys[at];
    const row = key && (found.get(keyText(key)) as VoteRow | BlockVoteRow | undefined);
    const fact = key && (found.get(keyText({ pk: key.pk, sk: proposalKey('').sk })) as ProposalRow | undefined);
    if (!row) return [];
    const { proposalId, vote, at: said } = row;
    const more = row.type === 'proposalVote' ? { version: row.version, reason: row.reason } : { onBlock: true };
    return [{ after: sk, value: { proposalId, title: fact?.about.title, vote, at: said, ...more } }];
  });
  return { entries, last };
}
