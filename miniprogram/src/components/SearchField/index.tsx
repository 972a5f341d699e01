import { Input } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '@/components/Icon';
// The frame around what is typed into.
import '@/components/Field/index.scss';
import './index.scss';

const PAUSE_MS = 300;

interface Props {
  placeholder: string;
  /** What stands in it at first. */
  initial?: string;
  /** Takes the keyboard at once, where all that a page is for is searching. */
  focus?: boolean;
  /** Called once the typing has paused, or at once on the keyboard's 搜索. */
  onSearch(words: string): void;
}

/** The search field of a list, to which the / key goes. */
export function SearchField({ placeholder, initial = '', focus = false, onSearch }: Props) {
  const [words, setWords] = useState(initial);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);

  const type = (value: string) => {
    setWords(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(value.trim()), PAUSE_MS);
  };

  return (
    <View className="search-field field__control">
      <Icon name="search" />
      <Input
        className="text-field"
        value={words}
        placeholder={placeholder}
        ariaLabel={placeholder}
        confirmType="search"
        clearable
        autoFocus={focus}
        onChange={type}
        onConfirm={() => {
          clearTimeout(timer.current);
          onSearch(words.trim());
        }}
      />
    </View>
  );
}
