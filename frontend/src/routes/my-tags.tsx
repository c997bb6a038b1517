import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { savesPage } from '#shared/saves/addresses.ts';
import { useSession } from '../client/session.ts';
import { WithHandle } from '../features/people/guard.tsx';
import { BundleList } from '../features/tags/bundle-list.tsx';
import { ChosenTags } from '../features/tags/chosen-tags.tsx';
import { MyTagList } from '../features/tags/my-tag-list.tsx';
import { useBundles, useMyTags } from '../features/tags/my-tags.ts';
import { RetagProgress } from '../features/tags/retag-progress.tsx';
import { useRetag } from '../features/tags/use-retag.ts';
import { Heading } from '../ui/heading.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { Bone, Loading, standIns } from '../ui/skeleton.tsx';
import styles from './my-tags.module.css';

/** As many as one request takes. */
const mostAtOnce = 20;

export default function MyTagsRoute() {
  return (
    <>
      <Heading title="Your tags" />
      <p className={styles.intro}>
        Give a tag another name, make one of several, or take one off everything you keep. What others tagged stays as
        it is.
      </p>
      <WithHandle toDo="see your tags" back="/my-tags">
        <MyTags />
      </WithHandle>
    </>
  );
}

function MyTags() {
  const session = useSession();
  const handle = (session.signedIn && session.handle) || '';
  const tags = useMyTags(true);
  const bundles = useBundles(true);
  const form = useRef<HTMLElement>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const { retag, start, goOn, dismiss } = useRetag();
  const hrefOf = (tag: string) => savesPage(handle, { tag });
  const running = retag?.phase === 'running';
  return (
    <>
      {retag && <RetagProgress retag={retag} goOn={goOn} dismiss={dismiss} />}
      {chosen.length > 0 && (
        <ChosenTags
          ref={form}
          chosen={chosen}
          bundles={bundles.data ?? []}
          busy={running}
          onDone={() => setChosen([])}
          onRetag={(to) => {
            start(chosen, to);
            setChosen([]);
          }}
        />
      )}
      {tags.error !== undefined && <Failure error={tags.error} retry={tags.reload} />}
      {!tags.data && tags.error === undefined && (
        <>
          <Loading what="your tags" />
          <div aria-hidden="true">
            {standIns(8).map((index) => (
              <p key={index}>
                <Bone width={16} />
              </p>
            ))}
          </div>
        </>
      )}
      {tags.data?.length === 0 && (
        <Notice title="No tags yet">
          <p>
            Put some on what you <Link href="/save">save</Link>, and they stand here.
          </p>
        </Notice>
      )}
      {tags.data && tags.data.length > 0 && (
        <MyTagList
          tags={tags.data}
          hrefOf={hrefOf}
          chosen={chosen}
          onChoose={setChosen}
          most={mostAtOnce}
          onGo={() => form.current?.focus()}
        />
      )}
      {bundles.error !== undefined && <Failure error={bundles.error} retry={bundles.reload} />}
      {bundles.data && bundles.data.length > 0 && (
        <>
          <h2 className={styles.bundles}>Bundles</h2>
          <BundleList bundles={bundles.data} hrefOf={hrefOf} />
        </>
      )}
      {tags.data && tags.data.length > 0 && bundles.data?.length === 0 && (
        <p className={styles.hint}>Choose tags to keep them together in a bundle. Only you see your bundles.</p>
      )}
    </>
  );
}
