import type { PersonName, Role } from '@consult/shared';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Field, type FieldProps } from '@/components/Field';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { cx } from '@/utils/cx';
import { PersonSheet } from './PersonSheet';

type Props = FieldProps & {
  /** Township code: who can be named there. */
  region: string;
  value: readonly PersonName[];
  onChange(value: PersonName[]): void;
  /** Only who holds it; left out: whoever it is. */
  only?: Role;
  /** Several may be chosen. */
  multiple?: boolean;
};

/** A person, or several, found by name; the value is always a list. */
export function PersonField({ region, only, value, onChange, multiple = false, ...field }: Props) {
  const [open, setOpen] = useState(false);
  const names = value.map(({ name }) => name).join('、');
  return (
    <Field {...field}>
      <Tappable
        className="field__control choice-field__opener"
        label={`${field.label}：${names || '请选择'}`}
        onTap={() => setOpen(true)}
      >
        <Text className={cx(names === '' && 'choice-field__none')}>{names || '请选择'}</Text>
        <Icon name="down" />
      </Tappable>
      {open && (
        <PersonSheet
          title={field.label}
          region={region}
          only={only}
          value={value}
          multiple={multiple}
          onChange={onChange}
          onClose={() => setOpen(false)}
        />
      )}
    </Field>
  );
}
