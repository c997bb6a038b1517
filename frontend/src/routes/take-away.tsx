import { Link } from 'wouter';
import { DumpEntry } from '../features/dumps/dump-entry.tsx';
import { useDumps } from '../features/dumps/queries.ts';
import { Heading } from '../ui/heading.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { Bone, Loading, standIns } from '../ui/skeleton.tsx';
import styles from './take-away.module.css';

export default function TakeAwayRoute() {
  const { data: dumps, error, reload } = useDumps();
  return (
    <div className={styles.page}>
      <Heading title="Take it away" />
      <p className={styles.lead}>
        Everything public here, in plain files: to study, to check, to keep, or to begin a commons of your own with. A
        new dump is made every week and kept for four. What is yours, private saves too, you{' '}
        <Link href="/export">export by yourself</Link>.
      </p>
      <h2>What is in it</h2>
      <dl className={styles.held}>
        <div>
          <dt>People</dt>
          <dd>handle, day of joining, and what they gave in numbers</dd>
        </div>
        <div>
          <dt>Items</dt>
          <dd>all fields, identifiers, who added them and when, exact counts of votes and ratings</dd>
        </div>
        <div>
          <dt>Tags</dt>
          <dd>how many people put each on an item</dd>
        </div>
        <div>
          <dt>Reviews</dt>
          <dd>rating, aspects, the whole text, how many found it useful, funny or cool, and its earlier wordings</dd>
        </div>
        <div>
          <dt>Comments</dt>
          <dd>the whole text, what it answers, how many voted it up and down, and its earlier wordings</dd>
        </div>
      </dl>
      <p>
        With the parameters of <Link href="/how-ranking-works">the ranking</Link>, so that every order can be worked out
        again.
      </p>
      <h2>What is not</h2>
      <p>
        Who voted what, who put which tag on, e-mail addresses, imports and their reports: nothing that this site does
        not show to everybody. What a former member left stands without a name. What is withdrawn is missing from the
        next dump; whoever publishes a copy should let it go after five weeks at the latest, as happens here.
      </p>
      <h2>Its licence</h2>
      <p>
        Each item and each review carries its own (CC BY-SA 4.0 unless its author chose another) and the handle to
        credit. Places that were taken from OpenStreetMap are under the ODbL: © OpenStreetMap contributors. Handles,
        tags and counts are facts, given under CC0.
      </p>
      <h2 id="dumps">The dumps</h2>
      <p>
        Lines of JSON, compressed with gzip, in parts where there is much; places also as GeoJSON, which map programs
        open. The newest is always listed in <a href="/dumps/index.json">/dumps/index.json</a>.
      </p>
      {dumps === undefined && error === undefined && (
        <>
          <Loading what="the dumps" />
          <div className={styles.list} aria-hidden="true">
            {standIns(4).map((index) => (
              <p key={index} className={styles.standIn}>
                <Bone width={28} />
              </p>
            ))}
          </div>
        </>
      )}
      {error !== undefined && <Failure error={error} retry={reload} />}
      {dumps?.length === 0 && (
        <Notice title="No dump yet">
          <p>The first one is made within a week of this site’s beginning.</p>
        </Notice>
      )}
      {dumps && dumps.length > 0 && (
        <div className={styles.list}>
          {dumps.map((dump, index) => (
            <DumpEntry key={dump.name} dump={dump} open={index === 0} />
          ))}
        </div>
      )}
    </div>
  );
}
