import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { OrderButtons } from '@/components/OrderButtons';
import './index.scss';

interface Props {
  /** What is moved or dropped, as a screen reader says it: 发言 2. */
  name: string;
  index: number;
  count: number;
  onMove(by: number): void;
  onDrop(): void;
}

/** Moves an item of a list up or down, or drops it. */
export function ItemTools({ name, index, count, onMove, onDrop }: Props) {
  return (
    <View className="item-tools">
      <OrderButtons name={name} index={index} count={count} onMove={onMove} />
      <Button kind="text" icon="trash" text="删除" label={`删除${name}`} onPress={onDrop} />
    </View>
  );
}
