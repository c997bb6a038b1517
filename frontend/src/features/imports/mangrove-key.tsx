import { useId, useState } from 'react';
import { mangroveFormat, proofClaims } from '#shared/imports/mangrove.ts';
import { siteConfig } from '../../client/config.ts';
import { useSession } from '../../client/session.ts';
import { readKey, signer } from '../../client/signing.ts';
import { Field } from '../../ui/field.tsx';
import { counted } from '../../ui/numbers.ts';
import styles from './imports.module.css';

type Props = { text: string; rows: number; onShown: (text: string) => void };

/**
 * Everybody can copy everybody's reviews there, so it is to be shown whose they are: this browser signs one line with the
 * key, which stays here.
 */
export function MangroveKey({ text, rows, onShown }: Props) {
  const id = useId();
  const session = useSession();
  const [problem, setProblem] = useState<string>();
  const handle = session.signedIn ? session.handle : undefined;
  const show = async (file: File | undefined) => {
    if (!file || !handle) return;
    setProblem(undefined);
    try {
      const sign = await signer(await readKey(await file.slice(0, 10_000).text()));
      const { userPoolClientId: site } = await siteConfig();
      const { jwt: proof } = await sign(proofClaims({ handle, site }, new Date()));
      onShown(JSON.stringify({ format: mangroveFormat, proof, reviews: tokensIn(text) }));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The key cannot be read.');
    }
  };
  return (
    <div className={styles.drop}>
      <p>{counted(rows, 'review')} from Mangrove. Everybody can copy them, so show that they are yours.</p>
      <Field
        id={id}
        label="The key they are signed with"
        hint="The file with your private key. It stays in this browser."
        problem={problem}
      >
        {(described) => (
          <input {...described} type="file" onChange={(event) => void show(event.currentTarget.files?.[0])} />
        )}
      </Field>
    </div>
  );
}

/** The tokens of a file, however they stand in it; what is none is left for the server to refuse. */
function tokensIn(text: string): unknown[] {
  if (!/^\s*[[{]/.test(text)) return text.split(/\s+/).filter(Boolean);
  const json = JSON.parse(text) as { reviews?: unknown } | unknown[];
  const reviews = Array.isArray(json) ? json : json.reviews;
  if (!Array.isArray(reviews)) return [];
  return reviews.map((one: unknown) => (typeof one === 'string' ? one : (one as { jwt?: unknown } | null)?.jwt));
}
