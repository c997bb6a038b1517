export type Fit = { a: number; b: number; r2: number };

/** The line a + b·log₁₀ x through points, by least squares, and how much of their spread it explains. */
export function logFit(points: readonly (readonly [number, number])[]): Fit {
  const n = points.length;
  const xs = points.map(([x]) => Math.log10(x));
  const ys = points.map(([, y]) => y);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / n;
  const [mx, my] = [mean(xs), mean(ys)];
  const sxy = xs.reduce((sum, x, at) => sum + (x - mx) * ((ys[at] ?? 0) - my), 0);
  const sxx = xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
  const b = sxy / sxx;
  const a = my - b * mx;
  const residual = xs.reduce((sum, x, at) => sum + ((ys[at] ?? 0) - a - b * x) ** 2, 0);
  const spread = ys.reduce((sum, y) => sum + (y - my) ** 2, 0);
  return { a, b, r2: 1 - residual / spread };
}
