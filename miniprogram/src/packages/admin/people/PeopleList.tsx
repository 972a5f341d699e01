import { type CountyPerson, type GrantView } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { useConfirmSheet } from '@/components/ConfirmSheet/useConfirmSheet';
import { ListView } from '@/components/ListView';
import { SearchField } from '@/components/SearchField';
import { findCountyPeople, takeRole } from '@/features/admin/grants.api';
import { usePagedList } from '@/hooks/usePagedList';
import { useSession } from '@/services/session';
import { GrantSheet } from './GrantSheet';
import './index.scss';

/** 召集人（沿河街道），承办部门（区民政局） */
const sayGrant = ({ roleLabel, departmentName, regionName }: GrantView): string =>
  `${roleLabel}（${departmentName ?? regionName}）`;

/** The people of a county with their roles, which are given and taken here. */
export function PeopleList({ county }: { county: string }) {
  const { me } = useSession();
  const [words, setWords] = useState('');
  const list = usePagedList((after) => findCountyPeople(county, words, after), [county, words]);
  const [giving, setGiving] = useState<CountyPerson | null>(null);
  const { sheet, ask } = useConfirmSheet();

  const take = async (person: CountyPerson, grant: GrantView) => {
    const taken = await ask({
      title: '解除身份',
      text: `${person.name}不再是${sayGrant(grant)}，马上生效。这个身份的待办由其他同身份的人接着办。`,
      confirmLabel: '解除身份',
      danger: true,
      onConfirm: async (_, key) => {
        await takeRole(grant.id, key);
        return grant;
      },
    });
    if (taken) await list.reload();
  };

  return (
    <View>
      <View className="county-people__search">
        <SearchField placeholder="姓名，或完整的手机号" onSearch={setWords} />
      </View>
      <ListView
        list={list}
        keyOf={({ id }) => id}
        empty={{ title: '没有找到', hint: '请核对姓名，或输入完整的 11 位手机号' }}
        renderItem={(person) => (
          <Card>
            <View className="county-people__head">
              <Text className="county-people__name">{person.name}</Text>
              <Text className="county-people__fact">
                {[person.phone ?? '没有手机号', person.homeTownshipName].filter(Boolean).join('，')}
              </Text>
            </View>
            {person.grants.map((grant) => (
              <View key={grant.id} className="county-people__grant">
                <Text>{sayGrant(grant)}</Text>
                {grant.mayTake && !grant.needsSuccessor && (
                  <Button
                    kind="text"
                    text="解除"
                    label={`解除${person.name}的${sayGrant(grant)}身份`}
                    onPress={() => take(person, grant)}
                  />
                )}
                {grant.mayTake && grant.needsSuccessor && (
                  <Text className="county-people__fact">这里只剩这一位。要解除，先给接替的人授予这个身份。</Text>
                )}
              </View>
            ))}
            {person.id === me?.id ? (
              <Text className="county-people__fact">自己的身份请另一位管理员办理</Text>
            ) : (
              <Button
                kind="secondary"
                icon="plus"
                text="授予身份"
                label={`授予${person.name}身份`}
                onPress={() => setGiving(person)}
              />
            )}
          </Card>
        )}
      />
      {giving && (
        <GrantSheet
          county={county}
          person={giving}
          onDone={(changed) => {
            setGiving(null);
            if (changed) void list.reload();
          }}
        />
      )}
      {sheet}
    </View>
  );
}
