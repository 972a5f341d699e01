import type { ComparedSection, TextChange } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import { compareMinutes } from '@/features/minutes/minutes.api';
import { useAsync } from '@/hooks/useAsync';
import { useSession } from '@/services/session';
import { cx } from '@/utils/cx';
import './index.scss';

/** What a later version of minutes says differently, word by word: `?id=&with=`. */
export default function MinutesComparePage() {
  const { id = '', with: other = '' } = useRouter().params;
  const { me } = useSession();
  const [all, setAll] = useState(false);
  const { data, error, reload } = useAsync(() => compareMinutes(id, other), [id, other, me?.id]);
  if (!data) {
    return (
      <Page title="比较两版纪要">{error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />}</Page>
    );
  }
  const changed = data.sections.filter((section) => section.changed);
  const shown = data.sections.filter((section) => all || section.changed);
  return (
    <Page title="比较两版纪要">
      <Card>
        <Text className="compare__lead">
          第 {data.newer.version} 版和第 {data.older.version} 版相比
          {changed.length === 0 ? '' : `，改了 ${changed.length} 处：${changed.map(({ title }) => title).join('、')}`}。
        </Text>
        <View className="compare__key">
          <Change part={{ kind: 'added', text: '后来加的' }} />
          <Change part={{ kind: 'removed', text: '后来删的' }} />
        </View>
      </Card>
      {changed.length === 0 && <StateBlock kind="empty" title="两版的文字一样" />}
      {shown.map((section) => (
        <ComparedText key={section.title} section={section} />
      ))}
      {changed.length < data.sections.length && (
        <Button block reads kind="secondary" text={all ? '只看改了的' : '也看没有改的'} onPress={() => setAll(!all)} />
      )}
    </Page>
  );
}

function ComparedText({ section: { title, parts } }: { section: ComparedSection }) {
  if (parts.every(({ text }) => text === '')) return null;
  return (
    <Section title={title}>
      <Card>
        <Text className="compare__text" userSelect>
          {parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place only
            <Change key={index} part={part} />
          ))}
        </Text>
      </Card>
    </Section>
  );
}

const SIGNS = { added: ['［增：', '］'], removed: ['［删：', '］'] } as const;

/** A stretch of text; what was put in or taken out says so in words and by its line, not by colour alone. */
function Change({ part: { kind, text } }: { part: TextChange }) {
  if (kind === 'same') return <Text>{text}</Text>;
  const [before, behind] = SIGNS[kind];
  return (
    <Text className={cx('compare__change', `compare__change--${kind}`)}>
      <Text className="compare__sign">{before}</Text>
      <Text className={`compare__words--${kind}`}>{text}</Text>
      <Text className="compare__sign">{behind}</Text>
    </Text>
  );
}
