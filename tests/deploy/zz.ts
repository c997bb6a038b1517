import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { startEmulator } from './emulator.ts';
const e = await startEmulator();
writeFileSync('/tmp/zz.env', Object.entries(e.env).map(([k, v]) => `export ${k}='${v}'`).join('\n'));
setTimeout(async () => { await e.stop(); process.exit(0); }, 600_000);
process.on('SIGTERM', async () => { await e.stop(); process.exit(0); });
