import { type ProgrammeItem, plannedMinutes, programmeRows } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { cx } from '@/utils/cx';
import './index.scss';

/** The programme with its numbers and planned lengths. */
export function Programme({ items }: { items: readonly ProgrammeItem[] }) {
  const planned = plannedMinutes(items);
  return (
    <View {...(process.env.TARO_ENV === 'h5' ? { role: 'list' } : {})}>
      {programmeRows(items).map(({ item, number, level }) => (
        <View
          key={item.id}
          className={cx('programme__item', level === 2 && 'programme__item--part')}
          {...(process.env.TARO_ENV === 'h5' ? { role: 'listitem' } : {})}
        >
          <Text className="programme__number">{number}</Text>
          <Text className="programme__title">{item.title}</Text>
          {item.minutes !== null && <Text className="programme__minutes">{item.minutes} 分钟</Text>}
        </View>
      ))}
      {planned > 0 && <Text className="programme__sum">合计 {planned} 分钟</Text>}
    </View>
  );
}
