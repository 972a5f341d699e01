import { type Me, sayMoment } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { KeyValue } from '@/components/KeyValue';
import { Skeleton } from '@/components/ListView/Skeleton';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import { ACCOUNT_PAGES } from '@/features/account/account.pages';
import { answerLetIn, scanLetIn } from '@/features/identity/identity.api';
import { useAsync } from '@/hooks/useAsync';
import { useSubmission } from '@/hooks/useSubmission';
import { goBack, openPage } from '@/services/navigation';
import './index.scss';

type Answer = 'confirm' | 'refuse';

/** Who asks to be let in, and the two answers. */
export function LetIn({ me, scene }: { me: Me; scene: string }) {
  const { data: asker, error, reload } = useAsync(() => scanLetIn(scene), [scene]);
  const answering = useSubmission(async (answer: Answer, key: string) => {
    await answerLetIn(scene, answer, key);
    return answer;
  });
  const [done, setDone] = useState<Answer | null>(null);
  const answer = async (chosen: Answer) => setDone(await answering.submit(chosen));

  if (done === 'confirm') {
    return <StateBlock kind="empty" title="已确认，请看电脑" action={{ label: '返回', onPress: goBack }} />;
  }
  if (done === 'refuse') {
    return (
      <StateBlock
        kind="forbidden"
        title="没有登录"
        hint="不是您在电脑上打开的，就不用管它。还可以看看有没有陌生的登录设备。"
        action={{ label: '看登录设备', onPress: () => openPage(ACCOUNT_PAGES.devices) }}
      />
    );
  }
  if (!asker) return error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={1} />;
  return (
    <View>
      <Card>
        <Text className="let-in__question">是您在电脑上登录吗</Text>
        <KeyValue
          rows={[
            { label: '设备', value: <Text>{asker.device}</Text> },
            { label: '时间', value: <Text>{sayMoment(asker.createdAt, Date.now())}</Text> },
            { label: '身份', value: <Text>{me.name}</Text> },
          ]}
        />
        <Text className="let-in__note">确认后，这台电脑可以用您的身份办事。不是您本人打开的，请点“不是我”。</Text>
      </Card>
      <ErrorNotice error={answering.error} />
      <Button block text="确认登录" onPress={() => answer('confirm')} />
      <View className="let-in__no">
        <Button block kind="danger" text="不是我" onPress={() => answer('refuse')} />
      </View>
    </View>
  );
}
