import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#infra/local/free-port.ts';
import { launchBrowser } from '#tests/setup/browser.ts';

/** 185 MB and 200 packages that only this needs: fetched by npm when it runs, in exactly this version. */
const version = '13.5.0';

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof categories)[number];

/** Points out of 100; a category that could not be measured is missing, and `failed` says why. */
export type Scores = { form: 'mobile' | 'desktop'; scores: Partial<Record<Category, number>>; failed: string[] };

type Report = {
  categories: Record<string, { title: string; score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; title: string }>;
};

/** Lighthouse's four categories, one at a time, each in a browser of its own: where one ends it, the others still count. */
export async function lighthouse(url: string, form: Scores['form']): Promise<Scores> {
  const found: Scores = { form, scores: {}, failed: [] };
  for (const category of categories) {
    try {
      const { score, failed } = await judge(url, form, category);
      found.scores[category] = score;
      found.failed.push(...failed);
    } catch (error) {
      found.failed.push(
        `${category} could not be measured (${error instanceof Error ? error.message : String(error)})`,
      );
    }
  }
  return found;
}

async function judge(url: string, form: Scores['form'], category: Category) {
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  const directory = await mkdtemp(join(tmpdir(), 'commonplace-lighthouse-'));
  const file = join(directory, 'report.json');
  try {
    await run('npm', [
      'exec',
      '--yes',
      `--package=lighthouse@${version}`,
      '--',
      'lighthouse',
      url,
      `--port=${port}`,
      '--output=json',
      `--output-path=${file}`,
      `--only-categories=${category}`,
      '--max-wait-for-load=20000',
      '--quiet',
      '--no-enable-error-reporting',
      ...(form === 'desktop' ? ['--preset=desktop'] : []),
    ]);
    const { categories: judged, audits } = JSON.parse(await readFile(file, 'utf8')) as Report;
    const { score = 0, auditRefs = [] } = judged[category] ?? {};
    const failed = auditRefs.flatMap(({ id, weight }) =>
      weight > 0 && (audits[id]?.score ?? 1) < 0.9 ? [`${audits[id]?.title} (${id})`] : [],
    );
    return { score: Math.round((score ?? 0) * 100), failed };
  } finally {
    await browser.close();
    await rm(directory, { recursive: true, force: true });
  }
}

function run(program: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`Lighthouse ended with ${code}: ${said.trim().split('\n').at(-1)}`)),
    );
  });
}
