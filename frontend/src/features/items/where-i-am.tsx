import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import styles from './item-form.module.css';

const refusals: Record<number, string> = {
  1: 'Your browser was told not to say where you are. Paste a link from a map instead.',
  3: 'Your browser took too long to find out. Try again, or paste a link from a map.',
};
const unknown = 'Your browser cannot tell where you are. Paste a link from a map instead.';

/** Fills a position in from where somebody stands: hardly anybody has it at hand in numbers. */
export default function WhereIAm({ onText }: { onText: (text: string) => void }) {
  const [asking, setAsking] = useState(false);
  const [told, setTold] = useState('');
  const ask = () => {
    if (!('geolocation' in navigator)) return setTold(unknown);
    setAsking(true);
    setTold('');
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        setAsking(false);
        // To about a metre, which is more than a device knows.
        onText(`${latitude.toFixed(5)}, ${longitude.toFixed(5)}`);
        setTold(`Filled in, to about ${Math.max(1, Math.round(accuracy))} m.`);
      },
      ({ code }) => {
        setAsking(false);
        setTold(refusals[code] ?? unknown);
      },
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  };
  return (
    <p className={styles.beside}>
      <Button look="plain" busy={asking} onClick={ask}>
        I am there now
      </Button>
      <span role="status">{told}</span>
    </p>
  );
}
