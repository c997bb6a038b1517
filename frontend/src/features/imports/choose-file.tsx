import { type DragEvent, useId, useRef, useState } from 'react';
import type { FileLook } from '#shared/imports/schema.ts';
import { call } from '../../client/call.ts';
import { Field } from '../../ui/field.tsx';
import { Failure, Notice } from '../../ui/notice.tsx';
import { Loading } from '../../ui/skeleton.tsx';
import { FoundInFile } from './found-in-file.tsx';
import styles from './imports.module.css';
import { MangroveKey } from './mangrove-key.tsx';
import { textOfFile } from './read-file.ts';

type Chosen = { name: string; text: string; look: FileLook; note?: string };

/** Takes any file of bookmarks, books or places, says what is in it, and hands it in as its owner wants it seen. */
export function ChooseFile({ onStarted }: { onStarted: (importId: string) => void }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [looking, setLooking] = useState(false);
  const [part, setPart] = useState<number>();
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const [chosen, setChosen] = useState<Chosen>();
  // The latest file that was chosen counts, however long looking into one before takes.
  const latest = useRef<File>(undefined);

  const look = async (file: File | undefined) => {
    latest.current = file;
    setChosen(undefined);
    setFailure(undefined);
    setProblem(undefined);
    if (!file) return;
    setLooking(true);
    try {
      const read = await textOfFile(file, (done) => {
        if (latest.current !== file) return false;
        setPart(done);
        return true;
      });
      if (latest.current !== file) return;
      if ('problem' in read) return setProblem(read.problem);
      const { file: found } = await call('inspectFile', { body: { text: read.text, filename: nameOf(file) } });
      const note = read.note === undefined ? {} : { note: read.note };
      if (latest.current === file) setChosen({ name: nameOf(file), text: read.text, look: found, ...note });
    } catch (error) {
      if (latest.current === file) setFailure(error);
    } finally {
      if (latest.current === file) {
        setLooking(false);
        setPart(undefined);
      }
    }
  };

  /** The same file with what shows whose it is. */
  const shown = async (text: string) => {
    if (!chosen) return;
    setFailure(undefined);
    try {
      const { file: found } = await call('inspectFile', { body: { text, format: 'mangrove', filename: chosen.name } });
      setChosen({ ...chosen, text, look: found });
    } catch (error) {
      setFailure(error);
    }
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (input.current && event.dataTransfer.files.length > 0) input.current.files = event.dataTransfer.files;
    void look(file);
  };

  return (
    <div className={styles.choose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to what the file button does */}
      <div
        className={styles.drop}
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Field
          id={id}
          label="Your file"
          hint="Choose it, or drop it here. It is looked into first; nothing is taken before you say so."
          problem={problem}
        >
          {(described) => (
            <input
              {...described}
              ref={input}
              type="file"
              onChange={(event) => void look(event.currentTarget.files?.[0])}
            />
          )}
        </Field>
      </div>
      {looking && part === undefined && <Loading what="what is in the file" />}
      {looking && part !== undefined && (
        <p className={styles.state}>
          Looking through the file: {Math.floor(part * 100)} %
          <progress className={styles.bar} max={1} value={part} aria-label="Looked through" />
        </p>
      )}
      {failure !== undefined && <Failure error={failure} />}
      {chosen && wantsKey(chosen) && (
        <MangroveKey text={chosen.text} rows={chosen.look.rows} onShown={(text) => void shown(text)} />
      )}
      {chosen && !wantsKey(chosen) && (
        <FoundInFile key={`${chosen.name} ${chosen.text.length}`} {...chosen} onStarted={onStarted} />
      )}
      {!chosen && !looking && <WhatCanBeBrought />}
    </div>
  );
}

/** Whether it is to be shown first whose reviews they are. */
const wantsKey = ({ text, look }: Chosen) => look.format === 'mangrove' && !/"proof"\s*:/.test(text);

const nameOf = (file: File) => file.name.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '').slice(0, 300);

function WhatCanBeBrought() {
  return (
    <Notice title="What can be brought">
      <ul>
        <li>
          <strong>Bookmarks</strong> from any browser (export them as HTML), from Chrome’s or Firefox’s own files, from
          Pinboard, Delicious, Pocket, Instapaper, linkding, Shaarli and others. Folders become tags.
        </li>
        <li>
          <strong>Books</strong> from Goodreads, StoryGraph and NeoDB (CSV), with shelves, dates of reading, ratings and
          reviews. Private notes stay for your eyes alone.
        </li>
        <li>
          <strong>Reviews</strong> from Mangrove, of pages, books and places: you show that they are yours with the key
          they are signed with.
        </li>
        <li>
          <strong>Places</strong> as GeoJSON, or from OpenStreetMap as XML or an answer of Overpass: with address,
          opening hours, what they have, and cuisines as tags. Large files are looked through here; only their named
          places are handed in.
        </li>
        <li>
          <strong>Everything of yours</strong> from another site like this one.
        </li>
      </ul>
      <p>
        No address in a file is visited while importing. Every row is reported, and doing it again adds nothing twice.
      </p>
    </Notice>
  );
}
