import { AGE_BAND_LABELS, AGE_BANDS, type Me, TOPIC_CATEGORIES, type MyTold as Told } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ChoiceField } from '@/components/ChoiceField';
import { FormSheet } from '@/components/FormSheet';
import { KeyValue } from '@/components/KeyValue';
import { Skeleton } from '@/components/ListView/Skeleton';
import { ErrorBlock } from '@/components/StateBlock';
import { getTold, tell } from '@/features/account/account.api';
import { findRegion } from '@/features/regions/region-tree';
import { useRegionTree } from '@/features/regions/useRegionTree';
import { useAsync } from '@/hooks/useAsync';
import './index.scss';

const WHY =
  '可以不填，不影响办事。只用来看一场协商的参会人里还缺哪些人，召集人只看到大概人数，看不到是谁填的。把各项都取消，就全部删除。';
const AGES = AGE_BANDS.map((value) => ({ value, label: AGE_BAND_LABELS[value] }));
const INTERESTS = TOPIC_CATEGORIES.map((value) => ({ value, label: value }));

/** What I choose to say of myself (age, community, interests), why, and how to take it back. */
export function MyTold({ me }: { me: Me }) {
  const { data, error, reload, setData } = useAsync(getTold, [me.homeTownship]);
  const tree = useRegionTree();
  const [open, setOpen] = useState(false);
  if (!data) return error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={1} />;
  const communities = findRegion(tree.data ?? [], me.homeTownship ?? '')?.children ?? [];
  const community = communities.find(({ code }) => code === data.community)?.name;
  return (
    <Card>
      <Text className="account__fact">{WHY}</Text>
      <View className="account__told">
        <KeyValue
          rows={[
            { label: '年龄段', value: <Text>{data.ageBand === null ? '没有填' : AGE_BAND_LABELS[data.ageBand]}</Text> },
            { label: '所在社区', value: <Text>{community ?? '没有填'}</Text> },
            { label: '关心的事', value: <Text>{data.interests.join('、') || '没有填'}</Text> },
          ]}
        />
      </View>
      <View className="account__buttons">
        <Button kind="secondary" icon="edit" text="填写或修改" onPress={() => setOpen(true)} />
      </View>
      {open && (
        <ToldSheet
          told={data}
          communities={communities.map(({ code, name }) => ({ value: code, label: name }))}
          onSaved={setData}
          onDone={() => setOpen(false)}
        />
      )}
    </Card>
  );
}

interface SheetProps {
  told: Told;
  communities: readonly { value: string; label: string }[];
  onSaved(told: Told): void;
  onDone(): void;
}

function ToldSheet({ told, communities, onSaved, onDone }: SheetProps) {
  const [form, setForm] = useState(told);
  const update = (change: Partial<Told>) => setForm({ ...form, ...change });
  /** Tapping what is chosen takes it away. */
  const other = <V extends string>(before: V | null, [chosen]: readonly V[]) =>
    chosen === undefined || chosen === before ? null : chosen;
  return (
    <FormSheet
      title="自愿填写"
      text={WHY}
      confirmLabel="保存"
      body={form}
      problems={{}}
      send={async (body, key) => onSaved(await tell(body, key))}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <ChoiceField
            label="年龄段"
            choices={AGES}
            value={form.ageBand === null ? [] : [form.ageBand]}
            error={errors.ageBand}
            onChange={(chosen) => update({ ageBand: other(form.ageBand, chosen) })}
          />
          {communities.length > 0 && (
            <ChoiceField
              label="所在社区"
              look="pills"
              choices={communities}
              value={form.community === null ? [] : [form.community]}
              error={errors.community}
              onChange={(chosen) => update({ community: other(form.community, chosen) })}
            />
          )}
          <ChoiceField
            label="关心的事"
            multiple
            choices={INTERESTS}
            value={form.interests}
            error={errors.interests}
            onChange={(interests) => update({ interests })}
          />
          <Button
            kind="text"
            text="全部清空"
            onPress={() => setForm({ ageBand: null, community: null, interests: [] })}
          />
        </>
      )}
    </FormSheet>
  );
}
