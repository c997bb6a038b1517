import { type ReactNode, useState } from 'react';
import styles from './picture.module.css';

type Props = { src: string | undefined; shape: 'cover' | 'icon' | 'view'; size?: 'row' | 'page'; fallback: ReactNode };

/** A picture in a box of fixed size, so that nothing moves when it arrives or fails. */
export function Picture({ src, shape, size = 'row', fallback }: Props) {
  const [failed, setFailed] = useState<string>();
  // Only https is let through by the content policy; asking for anything else would log an error.
  const shown = src?.startsWith('https://') && failed !== src;
  return (
    <span className={styles.box} data-shape={shape} data-size={size} data-empty={!shown}>
      {shown ? (
        <img
          src={src}
          alt=""
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setFailed(src)}
        />
      ) : (
        fallback
      )}
    </span>
  );
}
