import type { PersonName } from '@consult/shared';
import { TownshipField } from '@/features/account/TownshipField';
import { PersonField } from '@/features/sessions/PersonField';

interface Bound<V> {
  value: V;
  error: string | undefined;
  onChange(value: V): void;
}

interface Props {
  county: string;
  township: Bound<string | null>;
  person: Bound<PersonName[]>;
}

/** Somebody of the county, found by way of a township. */
export function KnownPersonFields({ county, township, person }: Props) {
  return (
    <>
      <TownshipField
        label="乡镇（街道）"
        hint="县直部门和县政协的人，选任意一个乡镇都能找到"
        required
        county={county}
        value={township.value === null ? [] : [township.value]}
        error={township.error}
        onChange={([code]) => {
          township.onChange(code ?? null);
          person.onChange([]);
        }}
      />
      {township.value !== null && (
        <PersonField key={township.value} label="人员" required region={township.value} {...person} />
      )}
    </>
  );
}
