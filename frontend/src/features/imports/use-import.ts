import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportJob, RowReport } from '#shared/imports/schema.ts';
import { call } from '../../client/call.ts';
import { ProblemError } from '../../client/problem.ts';

type Progress = { job: ImportJob | undefined; rows: RowReport[]; failure: unknown; paused: boolean };
const nothing: Progress = { job: undefined, rows: [], failure: undefined, paused: false };

/** Carries an import on, step by step, while its page is open; after a reload from where it was. */
export function useImport(importId: string) {
  const [progress, setProgress] = useState(nothing);
  const alive = useRef(0);

  const goOn = useCallback(() => {
    const mine = ++alive.current;
    const current = () => alive.current === mine;
    const seen = new Set<number>();
    const merge = (job: ImportJob, rows: RowReport[]) => {
      for (const { row } of rows) seen.add(row);
      setProgress((before) => ({ job, rows: merged(before.rows, rows), failure: undefined, paused: false }));
    };
    const carryOn = async () => {
      setProgress((before) => ({ ...before, failure: undefined, paused: false }));
      let { import: job } = await call('getImport', { params: { importId } });
      if (!current()) return;
      merge(job, []);
      if (job.done > 0) await eachReported(importId, (rows) => current() && merge(job, rows));
      while (job.state === 'running' && current()) {
        const step = await advance(importId);
        if (!current()) return;
        job = step.import;
        merge(job, step.rows);
      }
      // Another page, or this one before it was loaded anew, may have taken a step in between.
      if (current() && seen.size < job.done) await eachReported(importId, (rows) => current() && merge(job, rows));
    };
    carryOn().catch((failure: unknown) => {
      if (current()) setProgress((before) => ({ ...before, failure, paused: true }));
    });
  }, [importId]);

  useEffect(() => {
    goOn();
    return () => {
      alive.current++;
    };
  }, [goOn]);

  const cancel = useCallback(async () => {
    alive.current++;
    try {
      const { import: job } = await call('cancelImport', { params: { importId } });
      setProgress((before) => ({ ...before, job, failure: undefined, paused: false }));
    } catch (failure) {
      setProgress((before) => ({ ...before, failure, paused: true }));
    }
  }, [importId]);
  return { ...progress, goOn, cancel };
}

/** One step, tried again a few times: repeating a step changes nothing. */
async function advance(importId: string, tries = 4) {
  try {
    return await call('advanceImport', { params: { importId } });
  } catch (error) {
    if (tries <= 1 || (error instanceof ProblemError && error.status < 500)) throw error;
    await new Promise((resolve) => setTimeout(resolve, 4000 / tries));
    return advance(importId, tries - 1);
  }
}

async function eachReported(importId: string, take: (rows: RowReport[]) => void): Promise<void> {
  let cursor: string | undefined;
  do {
    const page = await call('listImportRows', { params: { importId }, query: { cursor } });
    take(page.entries);
    cursor = page.next ?? undefined;
  } while (cursor);
}

function merged(before: RowReport[], rows: RowReport[]): RowReport[] {
  if (rows.length === 0) return before;
  const byRow = new Map([...before, ...rows].map((report) => [report.row, report]));
  return [...byRow.values()].sort((a, b) => a.row - b.row);
}
