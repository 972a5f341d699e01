import { CONSENTS, type Me } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ChoiceField } from '@/components/ChoiceField';
import { ErrorNotice } from '@/components/ErrorNotice';
import { LinkList } from '@/components/LinkList';
import { StateBlock } from '@/components/StateBlock';
import { giveConsent, settle } from '@/features/account/account.api';
import { ACCOUNT_PAGES } from '@/features/account/account.pages';
import { isSettled } from '@/features/account/require-settled';
import { TownshipField } from '@/features/account/TownshipField';
import { goHome } from '@/features/regions/current-township';
import { useSubmission } from '@/hooks/useSubmission';
import { refreshMe } from '@/services/identity';
import { goBack, openPage } from '@/services/navigation';
import { currentSession } from '@/services/session';
import { uuid } from '@/utils/uuid';
import './index.scss';

export function Settle({ me }: { me: Me }) {
  const due = me.consentsDue;
  const homeless = me.grants.length === 0 && me.homeTownship === null;
  const [agreed, setAgreed] = useState(false);
  const [township, setTownship] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const { submit, error, state } = useSubmission(async () => {
    for (const document of due) await giveConsent(document, uuid());
    if (homeless && township !== null) await settle(township, uuid());
    await refreshMe();
    const { me: now } = currentSession();
    if (now && homeless) await goHome(now);
    return true;
  });

  if (isSettled(me) && state === 'idle') {
    return <StateBlock kind="empty" title="都已办好" action={{ label: '返回', onPress: goBack }} />;
  }
  const ready = (agreed || due.length === 0) && (township !== null || !homeless);
  const press = async () => {
    setTried(true);
    if (ready && (await submit(null))) await goBack();
  };
  const titles = due.map((document) => `《${CONSENTS[document].title}》`).join('和');

  return (
    <View>
      {due.length > 0 && (
        <Card>
          <Text>提议题、附议、报名、评议前，请先看看怎么使用和保护您的信息。</Text>
          <View className="settle__read">
            <LinkList
              links={due.map((document) => ({
                key: document,
                label: `看《${CONSENTS[document].title}》全文（${CONSENTS[document].version} 版）`,
                onTap: () => void openPage(ACCOUNT_PAGES.document, { name: document }),
              }))}
            />
          </View>
          <ChoiceField
            label="是否同意"
            required
            multiple
            choices={[{ value: 'agree', label: `我已阅读并同意${titles}` }]}
            value={agreed ? ['agree'] : []}
            error={tried && !agreed ? '同意后才能提交内容' : null}
            onChange={(chosen) => setAgreed(chosen.length > 0)}
          />
        </Card>
      )}
      {homeless && (
        <Card>
          <TownshipField
            label="您住在哪个乡镇（街道）"
            hint="您提的议题由这里办理。以后可以改。"
            required
            value={township === null ? [] : [township]}
            error={tried && township === null ? '请选择乡镇（街道）' : null}
            onChange={([chosen]) => setTownship(chosen ?? null)}
          />
        </Card>
      )}
      <ErrorNotice error={error} />
      <Button block text={due.length > 0 ? '同意并继续' : '继续'} loading={state === 'sending'} onPress={press} />
      <View className="settle__refuse">
        <Button block kind="text" text="以后再说，先看看" onPress={goBack} />
      </View>
    </View>
  );
}
