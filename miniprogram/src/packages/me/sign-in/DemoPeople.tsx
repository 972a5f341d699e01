import { type DemoPerson, truncate } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Icon } from '@/components/Icon';
import { SearchField } from '@/components/SearchField';
import { Section } from '@/components/Section';
import { StateBlock } from '@/components/StateBlock';
import { Tappable } from '@/components/Tappable';
import { goOnSignedIn } from '@/features/identity/after-sign-in';
import { groupByRole, placeOf } from '@/features/identity/demo-people';
import { useSubmission } from '@/hooks/useSubmission';
import { signIn } from '@/services/identity';

/** Who to be: with the demo's sign-in everyone listed can be chosen. */
export function DemoPeople({ people }: { people: readonly DemoPerson[] }) {
  const [words, setWords] = useState('');
  const entry = useSubmission((person: DemoPerson) => signIn({ provider: 'demo', credential: person.id }));
  const choose = async (person: DemoPerson) => {
    if (await entry.submit(person)) await goOnSignedIn();
  };
  const groups = groupByRole(people, words);
  return (
    <View>
      <View className="sign-in__intro">
        <Icon name="info" />
        <Text>演示系统：点一个人，就以这个人的身份使用。人名和地方都是虚构的。</Text>
      </View>
      <SearchField placeholder="按姓名、地方、身份查找" onSearch={setWords} />
      <ErrorNotice error={entry.error} />
      {groups.length === 0 && <StateBlock kind="empty" title={`没有找到“${truncate(words, 12)}”`} />}
      {groups.map(({ role, label, people: some }) => (
        <Section key={role} title={label}>
          <View className="sign-in__people">
            {some.map((person) => (
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
    </View>
  );
}
