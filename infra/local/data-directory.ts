import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PoolIds } from './user-pool.ts';

/** Where the parts of a running local system answer; kept so that the next run takes the same ports. */
export type Endpoints = {
  pid: number;
  url: string;
  database: { endpoint: string; tableName: string };
  userPool: PoolIds & { endpoint: string };
};

/** The folder in which a local system keeps everything between runs. */
export class DataDirectory {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
    mkdirSync(path, { recursive: true });
  }

  file(name: string): string {
    return join(this.path, name);
  }

  /** What the running system wrote, or the last one did. */
  endpoints(): Endpoints | undefined {
    try {
      return JSON.parse(readFileSync(this.file('endpoints.json'), 'utf8')) as Endpoints;
    } catch {
      return undefined;
    }
  }

  keepEndpoints(endpoints: Endpoints): void {
    writeFileSync(this.file('endpoints.json.new'), JSON.stringify(endpoints, undefined, 2));
    renameSync(this.file('endpoints.json.new'), this.file('endpoints.json'));
  }

  get isSeeded(): boolean {
    return existsSync(this.file('seeded'));
  }

  markSeeded(): void {
    writeFileSync(this.file('seeded'), `${new Date().toISOString()}\n`);
  }

  /** The process that uses this folder now, if any. */
  user(): number | undefined {
    const pid = Number(read(this.file('lock')));
    return Number.isInteger(pid) && pid > 0 && isOurs(pid) ? pid : undefined;
  }

  /** Takes the folder for this process, or says which one has it. */
  take(): { taken: true } | { taken: false; by: number } {
    for (;;) {
      try {
        writeFileSync(this.file('lock'), String(process.pid), { flag: 'wx' });
        return { taken: true };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const by = this.user();
      if (by !== undefined) return { taken: false, by };
      rmSync(this.file('lock'), { force: true });
    }
  }

  release(): void {
    if (Number(read(this.file('lock'))) === process.pid) rmSync(this.file('lock'), { force: true });
  }

  /** Removes everything kept, except the lock. */
  empty(): void {
    const kept = [
      'table.db',
      'table.db-wal',
      'table.db-shm',
      'table.db-journal',
      'user-pool',
      'stream.json',
      'dumps',
      'mail',
      'search',
    ];
    for (const name of kept) rmSync(this.file(name), { recursive: true, force: true });
    for (const name of ['endpoints.json', 'seeded']) rmSync(this.file(name), { force: true });
  }
}

function read(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Whether a process runs and is one of our commands: its number may have passed to another program. */
function isOurs(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const commandLine = read(`/proc/${pid}/cmdline`);
  return process.platform !== 'linux' || /infra[/\\]commands[/\\]/.test(commandLine);
}
