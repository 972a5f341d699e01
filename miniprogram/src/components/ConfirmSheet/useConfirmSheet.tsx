import { type ReactNode, useState } from 'react';
import { ConfirmSheet, type Question } from './index';

export interface ConfirmSheetControl {
  /** Put this anywhere in the page. */
  sheet: ReactNode;
  /** Asks; the answer of `onConfirm` once it has succeeded, null when the person changed their mind. */
  ask<T extends object>(question: Question<T>): Promise<T | null>;
}

/** The sheet that every move with a reason goes through: `const { ask, sheet } = useConfirmSheet()`. */
export function useConfirmSheet(): ConfirmSheetControl {
  const [sheet, setSheet] = useState<ReactNode>(null);
  return {
    sheet,
    ask: <T extends object>(question: Question<T>) =>
      new Promise<T | null>((resolve) => {
        setSheet(
          <ConfirmSheet<T>
            question={question}
            onDone={(result) => {
              setSheet(null);
              resolve(result);
            }}
          />,
        );
      }),
  };
}
