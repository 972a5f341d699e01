import { contentMachine, type Me, NAME_LIMITS, type ProposedName, SIGN_IN_WAY_LABELS } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { FormSheet } from '@/components/FormSheet';
import { KeyValue } from '@/components/KeyValue';
import { TextField } from '@/components/TextField';
import { rename, settle } from '@/features/account/account.api';
import { TownshipField } from '@/features/account/TownshipField';
import { useSheetForm } from '@/hooks/useSheetForm';
import { updateMe } from '@/services/session';
import { MyAvatar } from './MyAvatar';
import { NicknameSheet } from './NicknameSheet';
import './index.scss';

const NAME_USE = '办理的工作人员看到的名字。公开页面按您选的方式显示。';

/** 老秦（检查中，通过后显示） */
function sayProposed({ name, state }: ProposedName): string {
  const label = contentMachine.states[state].label;
  return state === 'refused' ? `${name}（${label}，请换一个）` : `${name}（${label}，通过后显示）`;
}

/** Name, phone and home as they are stored, and how to correct them. */
export function MyDetails({ me }: { me: Me }) {
  const [sheet, setSheet] = useState<'name' | 'home' | null>(null);
  const close = () => setSheet(null);
  return (
    <Card>
      <MyAvatar me={me} />
      <KeyValue
        rows={[
          { label: '称呼', value: <Text>{me.name}</Text> },
          { label: '新称呼', value: me.proposedName && <Text>{sayProposed(me.proposedName)}</Text> },
          { label: '手机号', value: <Text>{me.phone ?? '还没有绑定，第一次提交时再绑定'}</Text> },
          { label: '居住地', value: <Text>{me.homeTownshipName ?? '还没有选'}</Text> },
          { label: '单位', value: me.departmentNames.length > 0 && <Text>{me.departmentNames.join('、')}</Text> },
          { label: '登录方式', value: <Text>{SIGN_IN_WAY_LABELS[me.way]}</Text> },
        ]}
      />
      <View className="account__buttons">
        <Button kind="secondary" icon="edit" text="改称呼" onPress={() => setSheet('name')} />
        <Button kind="secondary" icon="place" text="改居住地" onPress={() => setSheet('home')} />
      </View>
      {sheet === 'name' &&
        (process.env.TARO_ENV === 'weapp' ? (
          <NicknameSheet name={me.name} about={NAME_USE} onDone={close} />
        ) : (
          <NameSheet name={me.name} onDone={close} />
        ))}
      {sheet === 'home' && <HomeSheet township={me.homeTownship} onDone={close} />}
    </Card>
  );
}

function NameSheet({ name, onDone }: { name: string; onDone(): void }) {
  const form = useSheetForm({ name }, { name: '请填写称呼' });
  return (
    <FormSheet
      title="改称呼"
      text={NAME_USE}
      confirmLabel="保存"
      body={form.value}
      problems={form.problems}
      send={async (body, key) => updateMe(await rename(body.name, key))}
      onDone={onDone}
    >
      {(errors) => <TextField label="称呼" required max={NAME_LIMITS.max} {...form.field('name', errors)} />}
    </FormSheet>
  );
}

function HomeSheet({ township, onDone }: { township: string | null; onDone(): void }) {
  const form = useSheetForm<{ township: string | null }>({ township }, { township: '请选择乡镇（街道）' });
  return (
    <FormSheet
      title="改居住地"
      text="居民在自己的居住地提议题、附议、评议。"
      confirmLabel="保存"
      body={form.value}
      problems={form.problems}
      send={async (body, key) => updateMe(await settle(body.township ?? '', key))}
      onDone={onDone}
    >
      {(errors) => <TownshipField label="乡镇（街道）" required {...form.choice('township', errors)} />}
    </FormSheet>
  );
}
