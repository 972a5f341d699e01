import { NO_DISSENT_TEXT } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { cx } from '@/utils/cx';
import './index.scss';

interface Props {
  consensus: readonly string[];
  /** 未达成共识、保留意见 */
  dissent: readonly string[];
  /** Somebody confirmed that there was no reserved opinion. */
  noDissent: boolean;
}

/** What was agreed and what was not, side by side and equally large; an empty side says so. */
export function BothSides({ consensus, dissent, noDissent }: Props) {
  return (
    <View className="both-sides">
      <Side className="both-sides__side--agreed" icon="check" title="共识" items={consensus} none="没有达成共识" />
      <Side
        className="both-sides__side--open"
        icon="comment"
        title="保留意见"
        items={dissent}
        none={noDissent ? NO_DISSENT_TEXT : '没有写明有无保留意见'}
      />
    </View>
  );
}

interface SideProps {
  className: string;
  icon: 'check' | 'comment';
  title: string;
  items: readonly string[];
  none: string;
}

function Side({ className, icon, title, items, none }: SideProps) {
  return (
    <View className={cx('both-sides__side', className)}>
      <View className="both-sides__head">
        <Icon name={icon} />
        <Text>
          {title}
          {items.length > 0 && `（${items.length} 条）`}
        </Text>
      </View>
      {items.length === 0 && <Text className="both-sides__none">{none}</Text>}
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item is known by its number only
        <View key={index} className="both-sides__item">
          <Text className="both-sides__number">{index + 1}.</Text>
          <Text className="both-sides__text">{item}</Text>
        </View>
      ))}
    </View>
  );
}
