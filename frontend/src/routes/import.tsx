import { Link, useLocation, useSearch } from 'wouter';
import { useSession } from '../client/session.ts';
import { ChooseFile } from '../features/imports/choose-file.tsx';
import { ImportProgress } from '../features/imports/progress.tsx';
import { WithHandle } from '../features/people/guard.tsx';
import { BanNote } from '../ui/ban-note.tsx';
import { Heading } from '../ui/heading.tsx';

export default function ImportRoute() {
  const [, navigate] = useLocation();
  const session = useSession();
  const saves = session.signedIn && session.handle ? `/@${session.handle}/saves` : '/account';
  // The import stands in the address, so that a reload or another day goes on with it.
  const importId = new URLSearchParams(useSearch()).get('import');
  return (
    <>
      <Heading title="Bring your bookmarks, books and places" />
      <WithHandle
        toDo="import your bookmarks, books and places"
        back={importId ? `/import?import=${importId}` : '/import'}
      >
        <BanNote />
        {importId ? (
          <ImportProgress
            key={importId}
            importId={importId}
            seeThem={
              <>
                See it <Link href={saves}>among your saves</Link>.
              </>
            }
          />
        ) : (
          <ChooseFile onStarted={(started) => navigate(`/import?import=${started}`, { replace: true })} />
        )}
      </WithHandle>
    </>
  );
}
