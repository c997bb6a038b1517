import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildExtension } from '#infra/build/extension.ts';
import { iconPng } from '#infra/build/icon.ts';

let folder: string;
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'commonplace-extension-'));
  await buildExtension({ to: folder });
});
afterAll(() => rmSync(folder, { recursive: true }));

test('it asks for no more than it needs, and for the site only once it is told which', () => {
  const manifest = JSON.parse(read('manifest.json'));
  expect(manifest.manifest_version).toBe(3);
  expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(manifest.permissions).toEqual(['activeTab', 'scripting', 'storage']);
  for (const more of ['host_permissions', 'content_scripts', 'background', 'content_security_policy'])
    expect(manifest).not.toHaveProperty(more);
  expect(manifest.optional_host_permissions.filter((one: string) => one.startsWith('http:'))).toEqual([
    'http://localhost/*',
    'http://127.0.0.1/*',
  ]);
});

test('everything it names is there, and nothing that is run comes from elsewhere', () => {
  const files = readdirSync(folder);
  const named = [...read('manifest.json').matchAll(/"([\w-]+\.(?:png|html))"/g)].map(([, name]) => name);
  expect(files).toEqual(expect.arrayContaining(named));
  for (const page of ['popup.html', 'options.html']) {
    const parts = [...read(page).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(files).toEqual(expect.arrayContaining(parts));
    expect(read(page)).not.toMatch(/<script>|onclick=|style="/);
  }
  for (const script of ['popup.js', 'options.js'])
    expect(read(script)).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/);
});

test('its calls are those of the contract, at the addresses for API tokens', () => {
  expect(read('popup.js')).toContain('/api/token/me/saves/lookup');
  expect(read('popup.js')).toContain('/api/token/saves');
  expect(read('options.js')).toContain('/api/token/me');
});

test('its icons are PNGs of the sizes they are named after', () => {
  for (const pixels of [16, 32, 48, 128]) {
    const png = readFileSync(join(folder, `icon-${pixels}.png`));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([pixels, pixels]);
  }
  const png = iconPng(36);
  const rows = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)));
  const at = (x: number, y: number) => [...rows.subarray(y * (36 * 4 + 1) + 1 + x * 4).subarray(0, 4)];
  expect(at(20, 17)).toEqual([0x0d, 0x67, 0x59, 255]);
  expect(at(33, 30)).toEqual([0xf3, 0xf3, 0xe7, 255]);
  expect(at(0, 0)[3]).toBeLessThan(128);
});
