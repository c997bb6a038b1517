import { getRows, keyText } from '#functions/table/table.ts';
import { proposalOf } from './judged.ts';
import {
  type BlockVoteRow,
  creditsOf,
  type ProposalRow,
  proposalKey,
  proposalsCredited,
  type VersionRow,
  type VoteRow,
  versionsOf,
} from './table.ts';
import { changeFrom } from './versions.ts';

type Page = Promise<{ entries: { after: string; value: unknown }[]; last: string | undefined }>;
const pageSize = 20;

/** What a person proposed, with every version, a page at a time by id. */
export async function proposalsMade(personId: string, after: string | undefined): Page {
  const { rows, last } = await creditsOf(personId, 'proposed', after, pageSize);
  const facts = await getRows(proposalsCredited(personId, rows), { strong: true });
  const entries = await Promise.all(
    rows.flatMap((row) => {
      const [key] = proposalsCredited(personId, [row]);
      const fact = key && (facts.get(keyText(key)) as ProposalRow | undefined);
      return fact ? [wholeOf(fact).then((value) => ({ after: row.sk, value }))] : [];
    }),
  );
  return { entries, last };
}

async function wholeOf(fact: ProposalRow) {
  const versions = await versionsOf(fact.id);
  return { ...proposalOf(fact), versions: await Promise.all(versions.map(versionValue)) };
}

async function versionValue(row: VersionRow) {
  const { version, at, reason } = row;
  return { version, at, reason, change: await changeFrom(row) };
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
