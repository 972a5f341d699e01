import { PARTICIPANT_ORIGIN_LABELS, type SessionParticipant } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { cx } from '@/utils/cx';

interface Props {
  person: SessionParticipant;
  /** The roll can be taken now. */
  rolling: boolean;
  /** May be taken off the list. */
  removable: boolean;
  onMark(present: boolean): void;
  onRemove(): void;
}

const MARKS = [
  { present: true, label: '到', icon: 'check' },
  { present: false, label: '未到', icon: 'close' },
] as const;

/** One name of the roll, with two large marks. */
export function RollRow({ person, rolling, removable, onMark, onRemove }: Props) {
  return (
    <View className="roll__row">
      <View className="roll__who">
        <Text className="roll__name">{person.name}</Text>
        <Text className="roll__origin">{PARTICIPANT_ORIGIN_LABELS[person.origin]}</Text>
      </View>
      {rolling &&
        MARKS.map(({ present, label, icon }) => {
          const marked = person.present === present;
          return (
            <Tappable
              key={label}
              role="radio"
              checked={marked}
              className={cx('roll__mark', marked && (present ? 'roll__mark--present' : 'roll__mark--absent'))}
              label={`${person.name}${label}`}
              onTap={() => onMark(present)}
            >
              {marked && <Icon name={icon} scale={0.8} />}
              <Text>{label}</Text>
            </Tappable>
          );
        })}
      {!rolling && removable && (
        <Tappable className="roll__remove" label={`把${person.name}移出名单`} onTap={onRemove}>
          <Icon name="trash" />
        </Tappable>
      )}
    </View>
  );
}
