import { execFile } from 'node:child_process';
import { command, say } from './terminal.ts';

type Report = {
  message?: string;
  vulnerabilities?: Record<string, { severity: string; range: string; isDirect: boolean; fixAvailable: unknown }>;
};
const grave = ['high', 'critical'];

/** What the registry knows against the packages of the lock file. A registry that keeps no advisories says nothing. */
function ask(): Promise<Report> {
  return new Promise((resolve) => {
    execFile(
      'npm',
      ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=10000'],
      { maxBuffer: 64 * 1024 * 1024 },
      (_failed, printed) => {
        try {
          resolve(JSON.parse(printed) as Report);
        } catch {
          resolve({ message: 'npm audit printed nothing that can be read' });
        }
      },
    );
  });
}

command(async () => {
  const { vulnerabilities, message } = await ask();
  if (!vulnerabilities) return say(`No advisories to be had here (${message ?? 'no answer'}): nothing was checked.`);
  const known = Object.entries(vulnerabilities);
  for (const [name, { severity, range, fixAvailable }] of known)
    say(`${severity}: ${name} ${range}${fixAvailable ? ', a fix is there' : ''}`);
  const serious = known.filter(([, { severity }]) => grave.includes(severity));
  if (serious.length > 0) throw new Error(`${serious.length} packages have serious advisories against them`);
  say(`${known.length} advisories, none of them serious`);
});
