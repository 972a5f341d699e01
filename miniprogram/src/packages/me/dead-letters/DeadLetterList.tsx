import { type DeadLetter, sayMoment } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { KeyValue } from '@/components/KeyValue';
import { ListView } from '@/components/ListView';
import { Section } from '@/components/Section';
import { listDeadLetters, retryDeadLetter } from '@/features/messages/message.api';
import { usePagedList } from '@/hooks/usePagedList';
import { useSubmission } from '@/hooks/useSubmission';
import { say } from '@/services/say';

/** Background work that was given up, with its reason and the way to have it tried again. */
export function DeadLetterList() {
  const list = usePagedList(listDeadLetters, []);
  usePullDownRefresh(async () => {
    await list.reload();
    Taro.stopPullDownRefresh();
  });
  const leave = (id: string) => list.change((rows) => rows.filter((row) => row.id !== id));
  return (
    <View>
      <Card>
        <Text>系统试了几次也没有办成的工作。先按原因改好，再点“再试一次”。这里不显示与谁有关。</Text>
      </Card>
      <ListView
        list={list}
        keyOf={({ id }) => id}
        renderItem={(letter) => <LetterCard letter={letter} onRetried={() => leave(letter.id)} />}
        empty={{ title: '后台工作都办成了', hint: '办不成的会列在这里' }}
      />
    </View>
  );
}

function LetterCard({ letter, onRetried }: { letter: DeadLetter; onRetried(): void }) {
  const { id, label, reason, attempts, createdAt, givenUpAt } = letter;
  const { error, submit } = useSubmission((_: null, key) => retryDeadLetter(id, key));
  const retry = async () => {
    if ((await submit(null)) === null) return;
    say('已经安排再试');
    onRetried();
  };
  const now = Date.now();
  return (
    <Section title={label}>
      <Card>
        <KeyValue
          rows={[
            { label: '原因', value: reason },
            { label: '试过', value: `${attempts} 次` },
            { label: '安排于', value: sayMoment(createdAt, now) },
            { label: '停止于', value: sayMoment(givenUpAt, now) },
          ]}
        />
        {error && <ErrorNotice error={error} />}
        <Button kind="secondary" icon="refresh" text="再试一次" onPress={retry} />
      </Card>
    </Section>
  );
}
