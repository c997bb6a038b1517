import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** How far each shard of a stream has been handed on: the last sequence number, or `done` once it is closed and read. */
export type Position = { streamArn: string; shards: Record<string, { after?: string; done?: boolean }> };

export type PositionStore = { load: () => Position | undefined; save: (position: Position) => void };

/** Keeps a position in a file, replaced whole. */
export function positionFile(path: string): PositionStore {
  return {
    load: () => {
      try {
        return JSON.parse(readFileSync(path, 'utf8')) as Position;
      } catch {
        // None yet, or half a one: from the beginning, which the projector recognises.
        return undefined;
      }
    },
    save: (position) => {
      writeFileSync(`${path}.new`, JSON.stringify(position));
      renameSync(`${path}.new`, path);
    },
  };
}

/** Keeps a position as long as the process lives. */
export function positionInMemory(): PositionStore {
  let kept: Position | undefined;
  return {
    load: () => kept,
    save: (position) => {
      kept = position;
    },
  };
}
