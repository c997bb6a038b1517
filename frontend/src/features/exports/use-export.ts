import { useCallback, useEffect, useRef, useState } from 'react';
import type { ExportFormat, ExportPiece } from '#shared/exports/schema.ts';
import { call } from '../../client/call.ts';
import { NetworkError, ProblemError } from '../../client/problem.ts';
import { saveFile } from './save-file.ts';

/** How far a file is; `stopped` goes on where it was. */
export type Progress = {
  format: ExportFormat;
  phase: 'loading' | 'stopped' | 'saved';
  bytes: number;
  failure?: unknown;
};
type Pieces = { format: ExportFormat; texts: string[]; bytes: number; last?: ExportPiece };

/** Loads a file piece by piece and hands it to the browser when it is whole. One at a time. */
export function useExport() {
  const [progress, setProgress] = useState<Progress>();
  const pieces = useRef<Pieces>(undefined);
  const abort = useRef<AbortController>(undefined);
  useEffect(() => () => abort.current?.abort(), []);

  const goOn = useCallback(async () => {
    const mine = pieces.current;
    if (!mine) return;
    const { format } = mine;
    const controller = new AbortController();
    abort.current?.abort();
    abort.current = controller;
    const show = (more: Partial<Progress>) => {
      if (!controller.signal.aborted) setProgress({ format, phase: 'loading', bytes: mine.bytes, ...more });
    };
    show({});
    try {
      while (mine.last?.next !== null) {
        const piece = await pieceOf(format, mine.last?.next, controller.signal);
        mine.texts.push(piece.text);
        mine.bytes += new TextEncoder().encode(piece.text).length;
        mine.last = piece;
        show({});
      }
      saveFile(mine.texts, mine.last);
      show({ phase: 'saved' });
      pieces.current = undefined;
    } catch (failure) {
      show({ phase: 'stopped', failure });
    }
  }, []);

  const start = useCallback(
    (format: ExportFormat) => {
      pieces.current = { format, texts: [], bytes: 0 };
      void goOn();
    },
    [goOn],
  );
  const cancel = useCallback(() => {
    abort.current?.abort();
    pieces.current = undefined;
    setProgress(undefined);
  }, []);
  return { progress, start, goOn: () => void goOn(), cancel };
}

/** One piece, asked for again a few times where that may help. */
export async function pieceOf(
  format: ExportFormat,
  cursor: string | null | undefined,
  signal: AbortSignal,
  tries = 3,
): Promise<ExportPiece> {
  try {
    const query = { site: window.location.origin, ...(cursor ? { cursor } : {}) };
    return await call('exportMine', { params: { format }, query }, { signal });
  } catch (error) {
    const mayHelp = error instanceof NetworkError || (error instanceof ProblemError && error.status >= 500);
    if (tries <= 1 || !mayHelp || signal.aborted) throw error;
    await new Promise((resolve) => setTimeout(resolve, 1600 / tries));
    return pieceOf(format, cursor, signal, tries - 1);
  }
}
