import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import { drawNow, listDraws } from '@/features/sessions/Draws/draw.api';
import { SESSION_PAGES } from '@/features/sessions/session.pages';
import { useAsync } from '@/hooks/useAsync';
import { useMoves } from '@/hooks/useMoves';
import { useShare } from '@/hooks/useShare';
import { useSession } from '@/services/session';
import { DrawCard } from './DrawCard';
import { OpenDrawSheet } from './OpenDrawSheet';
import './index.scss';

/** The draws of a session: how, who, and how to check it; `?id=`. Whoever runs the session draws here. */
export default function DrawPage() {
  const { id = '' } = useRouter().params;
  const { me } = useSession();
  const { data, error, reload } = useAsync(() => listDraws(id), [id, me?.id]);
  const [opening, setOpening] = useState(false);
  const { ask, sheet } = useMoves(reload);
  useShare({ title: '抽取结果', path: SESSION_PAGES.draw, query: { id } });

  const [latest] = data?.items ?? [];
  const drawNowAsked = () =>
    ask({
      title: '现在抽取',
      text: `报名随即截止，从 ${latest?.pool.length ?? 0} 人中抽取。结果马上公布，抽中的人会收到通知。`,
      confirmLabel: '抽取',
      onConfirm: async (_, key) => ({ answer: await drawNow(id, key) }),
    });
  return (
    <Page title="抽取结果">
      {!data && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />)}
      {data && (
        <View>
          {data.canManage && (
            <View className="draw__moves">
              {latest?.state === 'open' ? (
                <Button block text="现在抽取" disabled={latest.pool.length === 0} onPress={drawNowAsked} />
              ) : (
                <Button
                  block
                  kind={latest ? 'secondary' : 'primary'}
                  text={latest ? '重新抽取' : '公开征集愿意参加的人'}
                  onPress={() => setOpening(true)}
                />
              )}
            </View>
          )}
          {data.items.length === 0 && <StateBlock kind="empty" title="这场协商没有抽取参会人" />}
          {data.items.map((draw) => (
            <DrawCard key={draw.id} draw={draw} several={data.items.length > 1} />
          ))}
          <Section title="怎么抽取">
            <Card>
              <Text className="draw__rule">一、开始报名时，系统先定下一串随机的字（种子），只公布它的指纹。</Text>
              <Text className="draw__rule">二、愿意参加的人各得一个号码，号码和类别公开，名字不公开。</Text>
              <Text className="draw__rule">
                三、抽取时公布种子。每个号码算出“种子:号码”的 SHA-256 值，由小到大排，各类别取前几名。
              </Text>
              <Text className="draw__rule">四、种子事先定好、指纹事先公布，谁都改不了；谁都能照此重算。</Text>
            </Card>
          </Section>
        </View>
      )}
      {opening && (
        <OpenDrawSheet
          sessionId={id}
          again={latest !== undefined}
          before={latest?.quotas ?? []}
          onDone={(done) => {
            setOpening(false);
            if (done) void reload();
          }}
        />
      )}
      {sheet}
    </Page>
  );
}
