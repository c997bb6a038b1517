import { createReadStream } from 'node:fs';
import sax from 'sax';

/** The attributes of every `<row …/>` of a Stack Exchange dump file, read as a stream: dumps may be of any size. */
export async function* xmlRows(file: string): AsyncGenerator<Record<string, string>> {
  const parser = sax.parser(true);
  let rows: Record<string, string>[] = [];
  parser.onopentag = ({ name, attributes }) => {
    if (name === 'row') rows.push(attributes as Record<string, string>);
  };
  for await (const chunk of createReadStream(file, 'utf8')) {
    parser.write(chunk);
    yield* rows;
    rows = [];
  }
  parser.close();
}
