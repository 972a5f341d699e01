import { type SessionParticipant, sayCompositionCount } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { KeyValue } from '@/components/KeyValue';
import { Section } from '@/components/Section';
import { getComposition } from '@/features/sessions/session.api';
import { useAsync } from '@/hooks/useAsync';

/** Who is still missing on the list, from what people chose to say of themselves; nothing where it cannot be told. */
export function Composition({ id, people }: { id: string; people: readonly SessionParticipant[] }) {
  const seated = people.filter(({ seating }) => seating === 'seated').map((person) => person.id);
  const { data } = useAsync(() => getComposition(id), [id, seated.join()]);
  if (!data || data.hints.length + data.ages.length === 0) return null;
  const counts = [...data.ages, ...data.communities];
  return (
    <Section title="还缺谁">
      <Card>
        {data.hints.map((hint) => (
          <Text key={hint} className="roll__missing">
            {hint}
          </Text>
        ))}
        {counts.length > 0 && (
          <View className="roll__counts">
            <KeyValue
              rows={counts.map((one) => ({ label: one.label, value: <Text>{sayCompositionCount(one)}</Text> }))}
            />
          </View>
        )}
        <Text className="roll__hint">按参会人自愿填写的情况统计，只供参考。</Text>
      </Card>
    </Section>
  );
}
