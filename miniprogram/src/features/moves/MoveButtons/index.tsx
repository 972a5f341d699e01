import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { useMoves } from '@/hooks/useMoves';
import type { Move } from '../moves';
import './index.scss';

interface Props {
  /** Names the item: what is written for one is kept for that one. */
  of: string;
  moves: readonly Move[];
  /** Reads the item again: after a move, and when somebody else was quicker. */
  onMoved(): unknown;
}

/** What may be done now, a button each. */
export function MoveButtons({ of, moves, onMoved }: Props) {
  const { ask, sheet } = useMoves(onMoved);

  const press = async ({ act, label }: Move) => {
    if (typeof act === 'function') {
      act();
      return;
    }
    const { send } = act;
    await ask({
      keepAs: `${of}:${label}`,
      ...act.ask,
      onConfirm: async (reason, key) => ({ sent: await send(reason, key) }),
    });
  };

  return (
    <>
      {moves.length > 0 && (
        <View className="move-buttons">
          {moves.map((move) => (
            <Button key={move.label} kind={move.kind} text={move.label} onPress={() => press(move)} />
          ))}
        </View>
      )}
      {sheet}
    </>
  );
}
