import { plainTime } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Icon, type IconName } from '@/components/Icon';
import { cx } from '@/utils/cx';
import type { SaveState, SharedWriting } from './useSharedWriting';

const ICON: Readonly<Record<SaveState, IconName>> = {
  saved: 'check',
  waiting: 'clock',
  saving: 'clock',
  offline: 'phone',
  refused: 'warning',
  long: 'warning',
};

/** Where what was typed is now, and who else writes; said aloud as it changes. */
export function SaveStatus({ state, savedAt, writers }: Pick<SharedWriting, 'state' | 'savedAt' | 'writers'>) {
  return (
    <View
      className={cx('save-status', (state === 'refused' || state === 'long') && 'save-status--wrong')}
      {...(process.env.TARO_ENV === 'h5' ? { role: 'status', 'aria-live': 'polite' } : {})}
    >
      <Icon name={ICON[state]} scale={0.9} />
      <Text className="save-status__text">{textOf(state, savedAt)}</Text>
      {writers.length > 0 && (
        <Text className="save-status__writers">{writers.map(({ name }) => name).join('、')}也在写</Text>
      )}
    </View>
  );
}

function textOf(state: SaveState, savedAt: number | null): string {
  switch (state) {
    case 'saved':
      return savedAt === null ? '自动保存' : `已保存 ${plainTime(savedAt)}`;
    case 'waiting':
    case 'saving':
      return '正在保存…';
    case 'offline':
      return '没有网络，已存在本机';
    case 'long':
      return '有一处太长，没有保存';
    case 'refused':
      return '没有保存，原因见上面';
  }
}
