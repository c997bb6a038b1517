import { licences } from 'virtual:contract';

/** What each licence lets others do, for those who do not know its name. */
const words: Record<(typeof licences)[number], string> = {
  'CC-BY-SA-4.0': 'naming you, what they make of it as free',
  'CC-BY-4.0': 'naming you',
  'CC0-1.0': 'anything, no name needed',
};

/** The licences to choose from, in a select. */
export function LicenceOptions() {
  return licences.map((one) => (
    <option key={one} value={one}>
      {one} ({words[one]})
    </option>
  ));
}
