// Plain JavaScript, since every start would pay for taking types off: imports a function as Lambda does, asks it once,
// and says when each was done.
const [module, event] = process.argv.slice(2);
const now = () => performance.timeOrigin + performance.now();
const { handler } = await import(module);
const ready = now();
const { statusCode, body } = await handler(JSON.parse(event), { awsRequestId: 'first' });
const first = now();
if (statusCode !== 200) throw new Error(`Answered ${statusCode}: ${body}`);
process.stdout.write(`\n${JSON.stringify({ ready, first, bytes: body.length })}\n`);
process.exit();
