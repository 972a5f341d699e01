import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { useConfirmSheet } from '@/components/ConfirmSheet/useConfirmSheet';
import { toApiError } from '@/services/api-error';
import type { Move } from '../moves';
import './index.scss';

interface Props {
  moves: readonly Move[];
  /** Reads the item again: after a move, and when somebody else was quicker. */
  onMoved(): unknown;
}

/** What may be done now, a button each. */
export function MoveButtons({ moves, onMoved }: Props) {
  const { ask, sheet } = useConfirmSheet();

  const press = async ({ act }: Move) => {
    if (typeof act === 'function') return act();
    const moved = await ask({
      ...act.ask,
      onConfirm: async (reason, key) => {
        try {
          await act.send(reason, key);
        } catch (thrown) {
          if (toApiError(thrown).status === 409) void onMoved();
          throw thrown;
        }
        return {};
      },
    });
    if (moved) await onMoved();
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
