import { crc32, deflateSync } from 'node:zlib';

type Color = readonly [number, number, number, number];
const paper: Color = [0xf3, 0xf3, 0xe7, 255];
const margin: Color = [0xb4, 0x67, 0x5e, 255];
const ink: Color = [0x1b, 0x24, 0x30, 255];
const verdigris: Color = [0x0d, 0x67, 0x59, 255];
const nothing: Color = [0, 0, 0, 0];

/** The strokes of `favicon.svg`, from the first painted: left, top, width, height on a square of 36. */
const strokes: readonly [Color, number, number, number, number][] = [
  [margin, 9, 0, 1, 36],
  [margin, 11.5, 0, 1, 36],
  [ink, 15, 8.75, 16, 2.5],
  [ink, 15, 24.75, 11, 2.5],
  [verdigris, 15, 16, 16, 4],
];
const size = 36;
const radius = 3;

/** The color at a point. */
function colorAt(x: number, y: number): Color {
  const [dx, dy] = [Math.max(radius - x, x - (size - radius), 0), Math.max(radius - y, y - (size - radius), 0)];
  if (dx * dx + dy * dy > radius * radius) return nothing;
  const stroke = strokes.findLast(([, left, top, width, height]) => {
    return x >= left && x < left + width && y >= top && y < top + height;
  });
  return stroke?.[0] ?? paper;
}

const samples = 6;

/** The site's sign as a PNG of so many pixels a side, each the mean of 36 points. */
export function iconPng(pixels: number): Buffer {
  const rows = Buffer.alloc(pixels * (pixels * 4 + 1));
  for (let y = 0; y < pixels; y++) {
    for (let x = 0; x < pixels; x++) rows.set(pixel(x, y, size / pixels), y * (pixels * 4 + 1) + 1 + x * 4);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels, 0);
  header.writeUInt32BE(pixels, 4);
  // 8 bits a channel, with alpha.
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function pixel(x: number, y: number, step: number): number[] {
  const sum = [0, 0, 0, 0];
  for (let n = 0; n < samples * samples; n++) {
    const [dx, dy] = [(n % samples) + 0.5, Math.floor(n / samples) + 0.5].map((at) => at / samples) as [number, number];
    const [red, green, blue, alpha] = colorAt((x + dx) * step, (y + dy) * step);
    for (const [index, value] of [red * alpha, green * alpha, blue * alpha, alpha].entries())
      sum[index] = (sum[index] ?? 0) + value;
  }
  const [red = 0, green = 0, blue = 0, alpha = 0] = sum;
  return [red, green, blue].map((value) => Math.round(value / (alpha || 1))).concat(Math.round(alpha / samples ** 2));
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
