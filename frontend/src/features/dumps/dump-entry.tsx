import { byteSize } from '../../ui/byte-size.ts';
import { counted, exactCount } from '../../ui/numbers.ts';
import { Day } from '../../ui/time-ago.tsx';
import styles from './dump-entry.module.css';
import type { Dump } from './queries.ts';

const labels = {
  people: 'People',
  items: 'Items',
  places: 'Places, as GeoJSON for maps',
  tags: 'Tags',
  reviews: 'Reviews',
  wordings: 'Earlier wordings',
  lists: 'Lists',
  listEntries: 'What is on lists',
  comments: 'Comments',
  commentWordings: 'Earlier wordings of comments',
  revisions: 'Revisions',
  revisionFields: 'Fields of revisions',
  revisionTexts: 'Texts of revisions',
  proposals: 'Proposals',
  proposalVersions: 'Versions of proposals',
  proposalVotes: 'Votes on proposals',
  blockVotes: 'Votes on blocks',
  synonyms: 'Better names of tags',
  parameters: 'Versions of the ranking',
  acts: 'Acts of moderation',
  claims: 'Owners of items',
  replies: 'Replies of owners',
  replyWordings: 'Earlier wordings of replies',
};
const types = Object.keys(labels) as (keyof typeof labels)[];

/** One dump: when it was made, and its files by what is in them. */
export function DumpEntry({ dump, open }: { dump: Dump; open: boolean }) {
  const address = (file: string) => `/dumps/${dump.name}/${file}`;
  return (
    <details className={styles.dump} open={open}>
      <summary>
        <h3>
          <Day day={dump.at} />
        </h3>
        <span>
          {counted(dump.files.length, 'file')}, {byteSize(dump.bytes)}
        </span>
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Rows</th>
            <th scope="col">Download</th>
          </tr>
        </thead>
        <tbody>
          {types.map((type) => (
            <tr key={type}>
              <th scope="row">{labels[type]}</th>
              <td>{exactCount(dump.rows[type] ?? 0)}</td>
              <td>
                <ul>
                  {dump.files
                    .filter((file) => file.type === type)
                    .map(({ name, bytes }) => (
                      <li key={name}>
                        <a href={address(name)} download={name}>
                          {name.replace('.ndjson.gz', '').replace('.gz', '')}
                        </a>{' '}
                        <span>{byteSize(bytes)}</span>
                      </li>
                    ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        With it: <a href={address('manifest.json')}>its manifest</a> (every file’s rows, size and SHA-256; the ranking’s
        parameters) and <a href={address('README.txt')}>its format</a>. Kept until <Day day={dump.expires} />.
      </p>
    </details>
  );
}
