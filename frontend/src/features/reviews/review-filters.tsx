import { useId } from 'react';
import type { Aspect } from '#shared/items/kind.ts';
import type { Party, Season } from '#shared/reviews/schema.ts';
import type { ReviewFilter } from './queries.ts';
import styles from './review-filters.module.css';
import { capitalised, partyLabels, seasonLabels } from './visit.ts';

type Props = {
  filter: ReviewFilter;
  aspects: readonly Aspect[];
  experienced?: string | undefined;
  parties?: readonly Party[] | undefined;
  onChange: (change: Partial<ReviewFilter>) => void;
};

const yearsBack = 12;

/** Which reviews are shown, beside their stars: with whom, when, and what they speak of. */
export default function ReviewFilters({ filter, aspects, experienced, parties, onChange }: Props) {
  const thisYear = new Date().getFullYear();
  const years = Array.from({ length: yearsBack }, (_, back) => String(thisYear - back));
  const shownYears = filter.year && !years.includes(filter.year) ? [filter.year, ...years] : years;
  return (
    <fieldset className={styles.filters} aria-label="Which reviews">
      <Choice
        label="Speaks of"
        value={filter.aspect}
        options={aspects.map(({ key, label }) => [key, label])}
        onChange={(aspect) => onChange({ aspect })}
      />
      {parties && (
        <Choice
          label="With whom"
          value={filter.party}
          options={parties.map((party) => [party, partyLabels[party].choice])}
          onChange={(party) => onChange({ party: party as Party | undefined })}
        />
      )}
      {parties && (
        <Choice
          label="Time of year"
          value={filter.season}
          options={Object.entries(seasonLabels)}
          onChange={(season) => onChange({ season: season as Season | undefined })}
        />
      )}
      {experienced && (
        <Choice
          label={`${capitalised(experienced)} in`}
          value={filter.year}
          options={shownYears.map((year) => [year, year])}
          onChange={(year) => onChange({ year })}
        />
      )}
    </fieldset>
  );
}

type ChoiceProps = {
  label: string;
  value: string | undefined;
  options: (readonly [value: string, label: string])[];
  onChange: (value: string | undefined) => void;
};

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <p className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="">Any</option>
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}
