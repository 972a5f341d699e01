import type { ReactNode } from 'react';
import type { Question } from '@/components/ConfirmSheet';
import { useConfirmSheet } from '@/components/ConfirmSheet/useConfirmSheet';
import { ApiError } from '@/services/api-error';

export interface Moves {
  /** Put this anywhere in the page. */
  sheet: ReactNode;
  /** Asks for the move's reason, or only whether it is meant, and makes it. */
  ask<T extends object>(question: Question<T>): Promise<T | null>;
}

/**
 * Moves of one item, each asked for in a sheet.
 * @param onMoved reads the item again: after a move, and when a refusal (409) says that it stands elsewhere by now
 */
export function useMoves(onMoved: () => unknown): Moves {
  const { sheet, ask } = useConfirmSheet();
  return {
    sheet,
    ask: async (question) => {
      let overtaken = false;
      const result = await ask({
        ...question,
        onConfirm: async (reason, key) => {
          try {
            return await question.onConfirm(reason, key);
          } catch (thrown) {
            overtaken ||= thrown instanceof ApiError && thrown.status === 409;
            throw thrown;
          }
        },
      });
      if (result !== null || overtaken) onMoved();
      return result;
    },
  };
}
