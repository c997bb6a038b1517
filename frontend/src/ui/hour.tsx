// One zone for everybody: an hour at which something happens is no matter of where it is read.
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** A moment to the minute, in UTC. */
export function Hour({ at }: { at: string }) {
  return <time dateTime={at}>{full.format(new Date(at)).replace(' at ', ', ')} UTC</time>;
}
