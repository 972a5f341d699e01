import { Text, View } from '@tarojs/components';
import { goToField, type WrongField } from '@/components/Field/wrong-fields';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';

interface Props {
  wrong: readonly WrongField[];
  /** What is wrong in words, for where no field shows it. */
  said: readonly string[];
}

/** Beside the button that sends a form: what keeps it from being sent, which may be out of sight. */
export function Missing({ wrong, said }: Props) {
  const [first] = wrong;
  const words = first
    ? `还有 ${wrong.length} 处没填好：${wrong.map(({ label }) => label).join('、')}`
    : [...new Set(said)].join('；');
  const text = <Text className="form-sheet__missing">{words}</Text>;
  return (
    <View {...(process.env.TARO_ENV === 'h5' ? { role: 'alert' } : { ariaRole: 'alert' })}>
      {first && process.env.TARO_ENV === 'h5' ? (
        <Tappable className="form-sheet__to-missing" onTap={() => goToField(first)}>
          {text}
          <Icon name="up" />
        </Tappable>
      ) : (
        text
      )}
    </View>
  );
}
