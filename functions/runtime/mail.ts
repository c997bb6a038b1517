import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Mail } from '#shared/notifications/digest.ts';
import { environment } from './environment.ts';

const listHeaders = ({ unsubscribe }: Mail) => [
  { Name: 'List-Unsubscribe', Value: `<${unsubscribe}>` },
  { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
];

let client: SESv2Client | undefined;

/** Sends a mail; where there is a folder for mails instead, it becomes a file there. The address is kept nowhere else. */
export async function sendMail(to: string, mail: Mail): Promise<void> {
  const folder = environment.mailDirectory;
  if (folder) return writeMail(folder, to, mail);
  client ??= new SESv2Client({ region: environment.region, maxAttempts: 3 });
  const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
  await client.send(
    new SendEmailCommand({
      FromEmailAddress: environment.mailFrom,
      Destination: { ToAddresses: [to] },
      Content: {
        Simple: {
          Subject: utf8(mail.subject),
          Body: { Text: utf8(mail.text), Html: utf8(mail.html) },
          Headers: listHeaders(mail),
        },
      },
    }),
  );
}

/** The same as a file that mail programs open. */
function writeMail(folder: string, to: string, mail: Mail): void {
  const boundary = randomUUID();
  const part = (type: string, content: string) =>
    `--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`;
  const headers = [
    `From: ${environment.mailFrom ?? 'commonplace@localhost'}`,
    `To: ${to}`,
    `Subject: ${mail.subject}`,
    `Date: ${new Date().toUTCString()}`,
    ...listHeaders(mail).map(({ Name, Value }) => `${Name}: ${Value}`),
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
  ];
  const body = `${part('text/plain', mail.text)}${part('text/html', mail.html)}--${boundary}--\r\n`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `${new Date().toISOString().replaceAll(':', '-')}-${boundary.slice(0, 8)}.eml`),
    `${headers.join('\r\n')}\r\n\r\n${body}`,
  );
}
