import { type DemoPerson, truncate } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Icon } from '@/components/Icon';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { SearchField } from '@/components/SearchField';
import { Section } from '@/components/Section';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import { Tappable } from '@/components/Tappable';
import { groupByRole, placeOf } from '@/features/identity/demo-people';
import { getDemoPeople } from '@/features/identity/identity.api';
import { settleSignIn } from '@/features/identity/require-sign-in';
import { goHome } from '@/features/regions/current-township';
import { useAsync } from '@/hooks/useAsync';
import { useSubmission } from '@/hooks/useSubmission';
import { signIn } from '@/services/identity';
import { goBack } from '@/services/navigation';
import './index.scss';

/** Who to be: with the demo's sign-in everyone listed can be chosen. */
export default function SignInPage() {
  const { data, error, reload } = useAsync(getDemoPeople, []);
  const [words, setWords] = useState('');
  const entry = useSubmission(async (person: DemoPerson) => {
    const me = await signIn({ provider: 'demo', credential: person.id });
    await goHome(me);
    return me;
  });

  useEffect(() => settleSignIn, []);

  const choose = async (person: DemoPerson) => {
    if (await entry.submit(person)) await goBack();
  };
  const groups = groupByRole(data ?? [], words);

  return (
    <Page title="登录">
      <View className="sign-in__intro">
        <Icon name="info" />
        <Text>演示系统：点一个人，就以这个人的身份使用。人名和地方都是虚构的。</Text>
      </View>
      <SearchField placeholder="按姓名、地方、身份查找" onSearch={setWords} />
      <ErrorNotice error={entry.error} />
      {error && <ErrorBlock error={error} onRetry={reload} />}
      {!data && !error && <Skeleton rows={4} />}
      {data && groups.length === 0 && <StateBlock kind="empty" title={`没有找到“${truncate(words, 12)}”`} />}
      {groups.map(({ role, label, people }) => (
        <Section key={role} title={label}>
          <View className="sign-in__people">
            {people.map((person) => (
              <Tappable
                key={person.id}
                className="sign-in__person"
                label={`${label}，${person.name}，${placeOf(person)}`}
                disabled={entry.state === 'sending'}
                onTap={() => void choose(person)}
              >
                <Text className="sign-in__name">{person.name}</Text>
                <Text className="sign-in__place">{placeOf(person)}</Text>
              </Tappable>
            ))}
          </View>
        </Section>
      ))}
    </Page>
  );
}
