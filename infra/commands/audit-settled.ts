import { setTimeout as sleep } from 'node:timers/promises';
import { type Audit, audit } from '#functions/projections/audit.ts';
import { say } from './terminal.ts';

/** Audits again while differences grow fewer: then the projector is still on its way. */
export async function auditSettled(): Promise<Audit> {
  for (let last = Number.POSITIVE_INFINITY; ; ) {
    const found = await audit();
    const count = found.differences.length;
    if (count === 0 || count >= last) return found;
    say(`${count} differ; the projector may be on its way, looking again …`);
    last = count;
    await sleep(5000);
  }
}
