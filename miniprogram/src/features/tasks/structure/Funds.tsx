import { type Funds as FundSums, isOverspent, sayDate, sayYuan, sumFunds } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { KeyValue } from '@/components/KeyValue';
import { Section } from '@/components/Section';
import { Tag } from '@/components/Tag';
import { FundsSheet } from './FundsSheet';
import { SpendingSheet } from './SpendingSheet';
import type { SectionProps } from './section';
import { useOwnSheet } from './useOwnSheet';
import './index.scss';

/** 资金: what is planned, where it comes from, and each sum that was spent. */
export function Funds({ task, now, onChanged }: SectionProps) {
  const { sheet, show } = useOwnSheet(onChanged);
  const { funds, fundsPlanned, fundsSpent, spendings, may } = task;
  const own = { planned: fundsPlanned, spent: fundsSpent };
  const ofParts = sumFunds(task.parts.map((part) => part.funds));
  const all = sumFunds([own, ofParts]);
  const hasBoth = (of: keyof FundSums) => own[of] !== null && ofParts[of] !== null;
  const isKnown = funds !== null || all.planned !== null || spendings.length > 0 || all.spent !== null;
  if (!isKnown && !may.plan) return null;
  const over = isOverspent(own);
  return (
    <Section title="资金">
      <Card>
        {over && fundsPlanned !== null && fundsSpent !== null && (
          <View className="structure__tags">
            <Tag text={`超出计划 ${sayYuan(fundsSpent - fundsPlanned)}`} tone="danger" />
          </View>
        )}
        <KeyValue
          rows={[
            { label: '计划', value: fundsPlanned !== null && <Text>{sayYuan(fundsPlanned)}</Text> },
            { label: '已支出', value: fundsSpent !== null && <Text>{sayYuan(fundsSpent)}</Text> },
            { label: '子任务计划', value: ofParts.planned !== null && <Text>{sayYuan(ofParts.planned)}</Text> },
            { label: '子任务已支出', value: ofParts.spent !== null && <Text>{sayYuan(ofParts.spent)}</Text> },
            { label: '合计计划', value: hasBoth('planned') && <Text>{sayYuan(all.planned ?? 0)}</Text> },
            { label: '合计已支出', value: hasBoth('spent') && <Text>{sayYuan(all.spent ?? 0)}</Text> },
            { label: '资金来源', value: funds && <Text>{funds}</Text> },
          ]}
        />
        <View {...(process.env.TARO_ENV === 'h5' ? { role: 'list' } : {})}>
          {spendings.map(({ id, amount, spentAt, what, reason }) => (
            <View key={id} className="structure__row" {...(process.env.TARO_ENV === 'h5' ? { role: 'listitem' } : {})}>
              <View className="structure__words">
                <Text>{what}</Text>
                {reason && <Text className="structure__when">说明：{reason}</Text>}
                <Text className="structure__when">{sayDate(spentAt, now)}</Text>
              </View>
              <Text className="structure__sum">{sayYuan(amount)}</Text>
            </View>
          ))}
        </View>
        {may.plan && (
          <View className="structure__tools">
            <Button
              kind="secondary"
              icon="plus"
              text="报告一笔支出"
              onPress={() => show((onDone) => <SpendingSheet task={task} onDone={onDone} />)}
            />
            <Button
              kind="text"
              icon="edit"
              text="修改资金计划"
              onPress={() => show((onDone) => <FundsSheet task={task} onDone={onDone} />)}
            />
          </View>
        )}
      </Card>
      {sheet}
    </Section>
  );
}
