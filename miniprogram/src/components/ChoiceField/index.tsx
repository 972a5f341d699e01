import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Field, type FieldProps } from '@/components/Field';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { cx } from '@/utils/cx';
import { ChoiceSheet } from './ChoiceSheet';
import { type Choice, toggle } from './choices';
import './index.scss';

type Props<V extends string> = FieldProps & {
  choices: readonly Choice<V>[];
  value: readonly V[];
  onChange(value: V[]): void;
  /** Several may be chosen. */
  multiple?: boolean;
  /** 'pills' shows all at once; 'sheet' opens a list with a search, for many. By default pills up to 12. */
  look?: 'pills' | 'sheet';
};

const PILLS_MAX = 12;

/** One or several of a number of choices; the value is always a list, for one choice of one. */
export function ChoiceField<V extends string>(props: Props<V>) {
  const { choices, value, onChange, multiple = false, ...field } = props;
  const look = props.look ?? (choices.length > PILLS_MAX ? 'sheet' : 'pills');
  const [open, setOpen] = useState(false);

  if (look === 'sheet') {
    const chosen = choices.filter((choice) => value.includes(choice.value)).map(({ label }) => label);
    return (
      <>
        <Field {...field}>
          <Tappable
            className="field__control choice-field__opener"
            label={`${field.label}：${chosen.join('、') || '请选择'}`}
            onTap={() => setOpen(true)}
          >
            <Text className={cx(chosen.length === 0 && 'choice-field__none')}>{chosen.join('、') || '请选择'}</Text>
            <Icon name="down" />
          </Tappable>
        </Field>
        <ChoiceSheet
          open={open}
          title={field.label}
          choices={choices}
          value={value}
          multiple={multiple}
          onChange={onChange}
          onClose={() => setOpen(false)}
        />
      </>
    );
  }
  return (
    <Field {...field}>
      <View
        className="choice-field__pills"
        {...(process.env.TARO_ENV === 'h5'
          ? { role: multiple ? 'group' : 'radiogroup', 'aria-label': field.label }
          : {})}
      >
        {choices.map((choice) => {
          const chosen = value.includes(choice.value);
          return (
            <Tappable
              key={choice.value}
              role={multiple ? 'checkbox' : 'radio'}
              checked={chosen}
              className={cx('choice-field__pill', chosen && 'choice-field__pill--chosen')}
              label={choice.label}
              onTap={() => onChange(toggle(value, choice.value, multiple))}
            >
              {chosen && <Icon name="check" scale={0.8} />}
              <View className="choice-field__words">
                <Text>{choice.label}</Text>
                {choice.hint && <Text className="choice-field__hint">{choice.hint}</Text>}
              </View>
            </Tappable>
          );
        })}
      </View>
    </Field>
  );
}
