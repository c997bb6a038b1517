import { useLocation, useSearch } from 'wouter';
import { ChooseFile } from '../features/imports/choose-file.tsx';
import { ImportProgress } from '../features/imports/progress.tsx';
import { WithHandle } from '../features/people/guard.tsx';
import { Heading } from '../ui/heading.tsx';

export default function ImportRoute() {
  const [, navigate] = useLocation();
  // The import stands in the address, so that a reload or another day goes on with it.
  const importId = new URLSearchParams(useSearch()).get('import');
  return (
    <>
      <Heading title="Bring your books from Goodreads" />
      <WithHandle toDo="import your books" back={importId ? `/import?import=${importId}` : '/import'}>
        {importId ? (
          <ImportProgress key={importId} importId={importId} />
        ) : (
          <ChooseFile onStarted={(started) => navigate(`/import?import=${started}`, { replace: true })} />
        )}
      </WithHandle>
    </>
  );
}
