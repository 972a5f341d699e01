import { type SettingsChangeView, sayMoment } from '@consult/shared';
import { Text } from '@tarojs/components';
import { Card } from '@/components/Card';
import { ListView } from '@/components/ListView';
import { Section } from '@/components/Section';
import { listSettingsChanges } from '@/features/regions/region.api';
import { usePagedList } from '@/hooks/usePagedList';
import { changedNames } from './settings-form';
import './index.scss';

/** Who changed a region's settings, and which. */
export function SettingsChanges({ region }: { region: string }) {
  const list = usePagedList((after) => listSettingsChanges(region, after), [region]);
  return (
    <Section title="修改记录">
      <ListView
        list={list}
        keyOf={({ id }) => id}
        empty={{ title: '还没有改过' }}
        renderItem={(change) => <Change change={change} />}
      />
    </Section>
  );
}

function Change({ change: { by, at, before, after } }: { change: SettingsChangeView }) {
  const names = changedNames(before, after);
  return (
    <Card>
      <Text className="settings__what">{names.length > 0 ? `改了${names.join('、')}` : '保存了一次，没有改动'}</Text>
      <Text className="settings__by">
        {by}，{sayMoment(at, Date.now())}
      </Text>
    </Card>
  );
}
