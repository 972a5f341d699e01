import { type SessionParticipant, sayOrigin } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { callRoll } from '@/features/sessions/session.api';
import { useSubmission } from '@/hooks/useSubmission';
import { cx } from '@/utils/cx';

interface Props {
  sessionId: string;
  person: SessionParticipant;
  /** The roll can be taken now. */
  rolling: boolean;
  /** May be taken off the list. */
  removable: boolean;
  onMarked(present: boolean): void;
  onRemove(): void;
}

const MARKS = [
  { present: true, label: '到', icon: 'check' },
  { present: false, label: '未到', icon: 'close' },
] as const;

/** 县水利局 · 受邀 · 没有账号 */
const besideName = (person: SessionParticipant): string =>
  [person.unit, sayOrigin(person), person.personId === null && '没有账号'].filter(Boolean).join(' · ');

/** One name of the roll, with two large marks. Each is sent by itself: names are called faster than a phone is answered. */
export function RollRow({ sessionId, person, rolling, removable, onMarked, onRemove }: Props) {
  const { submit, error } = useSubmission(async (present: boolean, key: string) => {
    await callRoll(sessionId, { participantId: person.id, present }, key);
    return true;
  });
  const mark = async (present: boolean) => {
    if (person.present !== present && (await submit(present))) onMarked(present);
  };
  return (
    <>
      <View className="roll__row">
        <View className="roll__who">
          <Text className="roll__name">{person.name}</Text>
          <Text className="roll__origin">{besideName(person)}</Text>
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
                onTap={() => void mark(present)}
              >
                {marked && <Icon name={icon} scale={0.8} />}
                <Text>{label}</Text>
              </Tappable>
            );
          })}
        {/* Whoever was put down by mistake at the door cannot say so. */}
        {removable && (!rolling || person.personId === null) && (
          <Tappable className="roll__remove" label={`把${person.name}移出名单`} onTap={onRemove}>
            <Icon name="trash" />
          </Tappable>
        )}
      </View>
      <ErrorNotice error={error} />
    </>
  );
}
