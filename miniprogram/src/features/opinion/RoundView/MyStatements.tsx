import { contentMachine, isShown, type MyStatement, type RoundDetail } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { Section } from '@/components/Section';
import { checkMoves } from '@/features/moderation/content-moves';
import { MoveButtons } from '@/features/moves/MoveButtons';

/** What I said, and how its check stands. */
export function MyStatements({ round, onMoved }: { round: RoundDetail; onMoved(): unknown }) {
  const said = round.mine?.statements ?? [];
  if (said.length === 0) return null;
  return (
    <Section title="我说的">
      <Card>
        {said.map((statement) => (
          <View key={statement.id} className="round-view__said">
            <Text className="round-view__words">{statement.text}</Text>
            <Text className="round-view__check">{sayCheck(statement)}</Text>
            <MoveButtons
              of={`statement:${statement.id}`}
              moves={checkMoves({ checkId: statement.checkId, actions: ['appeal'] })}
              onMoved={onMoved}
            />
          </View>
        ))}
      </Card>
    </Section>
  );
}

function sayCheck({ content, reason }: MyStatement): string {
  if (isShown(content)) return '已通过，大家正在表态';
  const { label } = contentMachine.states[content];
  return reason === null ? label : `${label}。原因：${reason}`;
}
