import {
  type LedgerCounts,
  REPLY_CLASSES,
  type ReplyClass,
  TASK_LIGHT_LABELS,
  TASK_LIGHTS,
  type TaskLight,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Tappable } from '@/components/Tappable';
import { cx } from '@/utils/cx';
import './index.scss';

interface Props {
  /** Under every filter but the light. */
  byLight: LedgerCounts;
  /** Under every filter but the class of reply. */
  byReply: LedgerCounts;
  light: TaskLight | null;
  replyClass: ReplyClass | null;
  onLight(light: TaskLight | null): void;
  onReply(replyClass: ReplyClass | null): void;
}

interface FigureProps {
  label: string;
  count: number;
  chosen: boolean;
  /** It counts all that the others count. */
  all?: boolean;
  onTap(): void;
}

function Figure({ label, count, chosen, all = false, onTap }: FigureProps) {
  return (
    <Tappable
      role="radio"
      checked={chosen}
      className={cx(
        'ledger-figures__figure',
        chosen && 'ledger-figures__figure--chosen',
        all && 'ledger-figures__figure--all',
      )}
      label={`${label} ${count} 件`}
      onTap={onTap}
    >
      <Text className="ledger-figures__count">{count}</Text>
      <Text>{label}</Text>
    </Tappable>
  );
}

const group = (label: string) => (process.env.TARO_ENV === 'h5' ? { role: 'radiogroup', 'aria-label': label } : {});

/** How many promises there are of each kind; each number leads to those promises, and they add up to all. */
export function LedgerFigures({ byLight, byReply, light, replyClass, onLight, onReply }: Props) {
  const answered = REPLY_CLASSES.filter((one) => byReply.replies[one] > 0 || one === replyClass);
  return (
    <View>
      <View className="ledger-figures" {...group('按办理情况')}>
        <Figure all label="全部承诺" count={byLight.made} chosen={light === null} onTap={() => onLight(null)} />
        {TASK_LIGHTS.map((one) => (
          <Figure
            key={one}
            label={TASK_LIGHT_LABELS[one]}
            count={byLight.lights[one]}
            chosen={light === one}
            onTap={() => onLight(light === one ? null : one)}
          />
        ))}
      </View>
      {answered.length > 0 && (
        <View className="ledger-figures ledger-figures--small" {...group('按答复类别')}>
          {answered.map((one) => (
            <Figure
              key={one}
              label={`${one} 类答复`}
              count={byReply.replies[one]}
              chosen={replyClass === one}
              onTap={() => onReply(replyClass === one ? null : one)}
            />
          ))}
        </View>
      )}
    </View>
  );
}
