import { type FormEvent, useState } from 'react';
import type { KindName } from '#shared/items/kinds/registry.ts';
import type { Save } from '#shared/saves/schema.ts';
import { dropDraft, readDraft, useKeptDraft } from '../../client/drafts.ts';
import { BanNote } from '../../ui/ban-note.tsx';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/notice.tsx';
import { sessionEnded } from '../../ui/refusal.ts';
import { SaveFields, type SaveTexts, type TagsOf, textsOf } from './save-fields.tsx';
import styles from './save-form.module.css';

type Props = {
  itemId: string;
  kind: KindName;
  isNew: boolean;
  before: Save;
  suggested: TagsOf;
  /** Throws where refused. */
  onSave: (texts: SaveTexts) => Promise<void>;
  onClose: () => void;
};

/** Everything about my save of an item. What was written stays here until it is taken. */
export default function SaveForm({ itemId, kind, isNew, before, suggested, onSave, onClose }: Props) {
  const draftName = `save:${itemId}`;
  const [texts, setTexts] = useState(() => ({ ...textsOf(before), ...readDraft<SaveTexts>(draftName) }));
  const [changed, setChanged] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  useKeptDraft(draftName, changed ? texts : undefined);

  const close = () => {
    dropDraft(draftName);
    onClose();
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await onSave(texts);
      close();
    } catch (error) {
      setFailure(error);
      setBusy(false);
      sessionEnded(error);
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)} aria-label="Save" noValidate>
      <BanNote />
      <SaveFields
        kind={kind}
        value={texts}
        onChange={(change) => {
          setTexts((now) => ({ ...now, ...change }));
          setChanged(true);
        }}
        suggested={suggested}
      />
      {failure !== undefined && <Failure error={failure} />}
      <p className={styles.actions}>
        <Button type="submit" busy={busy}>
          {isNew ? 'Save' : 'Save the changes'}
        </Button>
        <Button look="plain" onClick={close}>
          Cancel
        </Button>
      </p>
    </form>
  );
}
