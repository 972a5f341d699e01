import {
  answersOf,
  type MapStatement,
  type OpinionReport,
  PARTICIPANT_CATEGORY_LABELS,
  sayPeriod,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { KeyValue } from '@/components/KeyValue';
import { NumberedList } from '@/components/NumberedList';
import { Section } from '@/components/Section';
import { AnswerBar, BarLegend, StatementBars } from '../StatementBars';
import './index.scss';

/** 意见报告: what came out of a round, to be read and to be printed. */
export function ReportView({ report }: { report: OpinionReport }) {
  const { title, subject, opensAt, closesAt, people, votes, statements, categories, others, summary } = report;
  const who = [
    ...categories.map(({ category, people: count }) => `${PARTICIPANT_CATEGORY_LABELS[category]} ${count} 人`),
    ...(others > 0 ? [`其他 ${others} 人`] : []),
  ];
  return (
    <View className="opinion-report">
      <Card>
        <Text
          className="opinion-report__title"
          {...(process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': '2' } : {})}
        >
          {title}
        </Text>
        <KeyValue
          rows={[
            { label: '围绕', value: <Text>{subject.title}</Text> },
            { label: '时间', value: <Text>{sayPeriod(opensAt, closesAt, Date.now())}</Text> },
            { label: '参与', value: <Text>{`${people} 人，${votes} 次表态，${statements.length} 条看法`}</Text> },
            { label: '哪些人', value: who.length > 0 && <Text>{who.join('，')}</Text> },
          ]}
        />
      </Card>
      <Section title="概要">
        <Card>
          <NumberedList items={summary} />
        </Card>
      </Section>
      <Statements title="各组都认同的" items={report.unites} />
      <Statements title="分歧最大的" items={report.divides} byGroup />
      <Statements title="还说不准的" items={report.unsettled} />
      <AllStatements report={report} />
    </View>
  );
}

interface StatementsProps {
  title: string;
  items: readonly MapStatement[];
  /** Each group by itself. */
  byGroup?: boolean;
}

function Statements({ title, items, byGroup = false }: StatementsProps) {
  if (items.length === 0) return null;
  return (
    <Section title={title}>
      <Card>
        <BarLegend />
        {items.map((statement) => (
          <View key={statement.id} className="opinion-report__statement">
            <Text className="opinion-report__text">{statement.text}</Text>
            <AnswerBar name="全部" answers={statement.all} />
            {byGroup && <StatementBars statement={statement} />}
          </View>
        ))}
      </Card>
    </Section>
  );
}

/** Every statement with its counts; too few answers are not told. */
function AllStatements({ report: { statements } }: { report: OpinionReport }) {
  return (
    <Section title={`全部看法（${statements.length} 条）`}>
      <Card>
        {statements.map(({ id, no, text, all }) => (
          <View key={id} className="opinion-report__row">
            <Text className="opinion-report__no">{no}</Text>
            <View className="opinion-report__said">
              <Text>{text}</Text>
              <Text className="opinion-report__counts">
                {all === null
                  ? '表态的人太少，不公布'
                  : `${answersOf(all)} 人表态：赞成 ${all.agree}，反对 ${all.disagree}，略过 ${all.pass}`}
              </Text>
            </View>
          </View>
        ))}
      </Card>
    </Section>
  );
}
