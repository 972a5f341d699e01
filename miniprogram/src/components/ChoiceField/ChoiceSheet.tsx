import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { SearchField } from '@/components/SearchField';
import { Sheet } from '@/components/Sheet';
import { Tappable } from '@/components/Tappable';
import { cx } from '@/utils/cx';
import { type Choice, toggle } from './choices';

interface Props<V extends string> {
  open: boolean;
  title: string;
  choices: readonly Choice<V>[];
  value: readonly V[];
  multiple: boolean;
  onChange(value: V[]): void;
  onClose(): void;
}

const SEARCH_FROM = 8;

/** The list of a ChoiceField with many choices. */
export function ChoiceSheet<V extends string>({ open, title, choices, value, multiple, onChange, onClose }: Props<V>) {
  const [words, setWords] = useState('');
  const found = choices.filter(({ label, hint }) => `${label}${hint ?? ''}`.includes(words));
  const close = () => {
    setWords('');
    onClose();
  };
  return (
    <Sheet
      open={open}
      title={title}
      onClose={close}
      footer={multiple ? <Button block text={`选好了（${value.length}）`} onPress={close} /> : undefined}
    >
      {choices.length > SEARCH_FROM && <SearchField placeholder="输入文字查找" onSearch={setWords} />}
      <View>
        {found.map((choice) => {
          const chosen = value.includes(choice.value);
          return (
            <Tappable
              key={choice.value}
              role={multiple ? 'checkbox' : 'radio'}
              checked={chosen}
              label={`${choice.label}${choice.hint ? `，${choice.hint}` : ''}`}
              className={cx('choice-sheet__row', chosen && 'choice-sheet__row--chosen')}
              onTap={() => {
                onChange(toggle(value, choice.value, multiple));
                if (!multiple) close();
              }}
            >
              <View className="choice-field__words">
                <Text>{choice.label}</Text>
                {choice.hint && <Text className="choice-field__hint">{choice.hint}</Text>}
              </View>
              {chosen && <Icon name="check" />}
            </Tappable>
          );
        })}
        {found.length === 0 && (
          <Text className="choice-field__none">{words === '' ? '还没有可选的' : `没有找到“${words}”`}</Text>
        )}
      </View>
    </Sheet>
  );
}
