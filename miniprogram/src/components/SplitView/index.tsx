import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useRef } from 'react';
import { StateBlock } from '@/components/StateBlock';
import { useWideScreen } from '@/hooks/useWideScreen';
import { cx } from '@/utils/cx';
import { handleSplitKey } from './keys';
import './index.scss';

interface Props {
  /** The list, of which every row is a ListRow. */
  list: ReactNode;
  /** What is open beside it; null when nothing is. Not drawn on a phone. */
  detail: ReactNode | null;
  /** Esc: closes the detail. */
  onClose(): void;
  /** Says in the empty detail what to do. */
  hint?: string;
}

/**
 * List and detail side by side where there is room; on a phone the list alone, whose rows open pages
 * (see useSplit). Keys: up and down walk the list, Enter opens, Esc closes.
 */
export function SplitView({ list, detail, onClose, hint = '从左边选一项查看' }: Props) {
  const wide = useWideScreen();
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    if (!wide) return;
    const listen = (event: KeyboardEvent) => handleSplitKey(event, () => close.current());
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [wide]);

  if (!wide) return <View className="split-view">{list}</View>;
  return (
    <View className={cx('split-view split-view--wide', detail !== null && 'split-view--open')}>
      <View className="split-view__list">{list}</View>
      <View className="split-view__detail">{detail ?? <StateBlock kind="empty" title={hint} />}</View>
    </View>
  );
}
