/** Writes one line for the person at the terminal. */
export const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Runs a command to its end; what goes wrong is one clear line and a failing exit. */
export function command(run: () => Promise<void>): void {
  run().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
    process.exit();
  });
}
