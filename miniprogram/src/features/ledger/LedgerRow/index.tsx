import {
  fullDate,
  type LedgerEntry,
  REPLY_CLASS_LABELS,
  sayStanding,
  shownProgress,
  slippedDays,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { SummaryRow } from '@/components/SummaryRow';
import { Tag } from '@/components/Tag';
import { Tappable } from '@/components/Tappable';
import { replyTone } from '@/features/tasks/task-tone';
import { LIGHT_TONES } from '@/features/tasks/time/light-tag';
import './index.scss';

interface Props {
  entry: LedgerEntry;
  /** In columns, where there is room. */
  wide: boolean;
  onTap(): void;
}

/** What the columns are called. */
const HEADS = ['承诺的事', '牵头单位', '最初承诺', '现在的期限', '办了没有', '进度'] as const;

/** How late it is, in words; null where it is not. */
const lateWords = ({ lateDays, lateWorkingDays }: LedgerEntry): string | null =>
  lateDays === 0 ? null : `迟了 ${lateDays} 天（${lateWorkingDays} 个工作日）`;

const slipWords = (entry: LedgerEntry): string | null => {
  const days = slippedDays(entry);
  return days === 0 ? null : `比最初延后 ${days} 天`;
};

/** The heads of the columns; a row says for itself what is what to those who do not see them. */
export function LedgerHead() {
  return (
    <View className="ledger-row__columns ledger-row__columns--head" {...HIDDEN}>
      {HEADS.map((head) => (
        <Text key={head}>{head}</Text>
      ))}
    </View>
  );
}
const HIDDEN = process.env.TARO_ENV === 'h5' ? { 'aria-hidden': true } : {};

/** One promise of the ledger: a card on a phone, columns at a desk. */
export function LedgerRow({ entry, wide, onTap }: Props) {
  const { what, leadDepartment, townshipName, light, replyClass, firstDueAt, dueAt, hasPhotos } = entry;
  const late = lateWords(entry);
  const slip = slipWords(entry);
  const progress = shownProgress(entry);
  if (!wide) {
    return (
      <SummaryRow
        title={what}
        tags={[
          { text: sayStanding(entry), tone: LIGHT_TONES[light] },
          ...(replyClass ? [{ text: REPLY_CLASS_LABELS[replyClass], tone: replyTone(replyClass) }] : []),
        ]}
        facts={[
          leadDepartment,
          `承诺 ${fullDate(firstDueAt)}前办好`,
          slip && `现在的期限 ${fullDate(dueAt)}，${slip}`,
          late,
          progress === null ? null : `进度 ${progress}%`,
          hasPhotos ? '有照片' : null,
          townshipName,
        ]}
        onTap={onTap}
      />
    );
  }
  const label = [
    what,
    leadDepartment,
    `承诺 ${fullDate(firstDueAt)}前办好`,
    slip,
    sayStanding(entry),
    replyClass && REPLY_CLASS_LABELS[replyClass],
    late,
    progress !== null && `进度 ${progress}%`,
  ];
  return (
    <Tappable role="link" className="ledger-row" label={label.filter(Boolean).join('，')} onTap={onTap}>
      <View className="ledger-row__columns">
        <View>
          <Text className="ledger-row__what">{what}</Text>
          <Text className="ledger-row__soft">{townshipName}</Text>
        </View>
        <Text>{leadDepartment}</Text>
        <Text>{fullDate(firstDueAt)}</Text>
        <View>
          <Text>{fullDate(dueAt)}</Text>
          {slip && <Text className="ledger-row__soft">{slip}</Text>}
        </View>
        <View className="ledger-row__stands">
          <Tag text={sayStanding(entry)} tone={LIGHT_TONES[light]} />
          {replyClass && <Tag text={REPLY_CLASS_LABELS[replyClass]} tone={replyTone(replyClass)} />}
          {late && <Text className="ledger-row__late">{late}</Text>}
        </View>
        <View>
          {progress !== null && <Text>{`${progress}%`}</Text>}
          {hasPhotos && <Text className="ledger-row__soft">有照片</Text>}
        </View>
      </View>
    </Tappable>
  );
}
