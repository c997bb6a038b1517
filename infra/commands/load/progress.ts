/** Shows on the terminal how far a stretch of work is: rows, rows a second, time left. */
export function showProgress(name: string, total: number): { step(): void; end(): void } {
  const start = performance.now();
  const live = process.stdout.isTTY;
  let done = 0;
  let shown = start;
  const line = () => {
    const seconds = (performance.now() - start) / 1000;
    const rate = done / Math.max(seconds, 0.001);
    const left = done < total && rate > 0 ? `, ${duration((total - done) / rate)} left` : `, ${duration(seconds)}`;
    return `${name}: ${done} of ${total} (${rate.toFixed(0)}/s${left})`;
  };
  return {
    step() {
      done++;
      const now = performance.now();
      if (now - shown < (live ? 100 : 5000)) return;
      shown = now;
      process.stdout.write(live ? `\r\u001b[K${line()}` : `${line()}\n`);
    },
    end() {
      process.stdout.write(`${live ? '\r\u001b[K' : ''}${line()}\n`);
    },
  };
}

function duration(seconds: number): string {
  return seconds < 60
    ? `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`
    : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
