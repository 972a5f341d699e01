import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Card } from '@/components/Card';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { ErrorBlock } from '@/components/StateBlock';
import { getMaterial } from '@/features/sessions/Materials/material.api';
import { useAsync } from '@/hooks/useAsync';
import { useSession } from '@/services/session';
import './index.scss';

/** A paper that is a text, to read; `?id=` of the session and `&material=`. */
export default function MaterialPage() {
  const { id = '', material = '' } = useRouter().params;
  const { me } = useSession();
  const { data, error, reload } = useAsync(() => getMaterial(id, material), [id, material, me?.id]);
  return (
    <Page title="会议材料">
      {!data && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />)}
      {data && (
        <Section title={data.title}>
          <Card>
            <Text className="material__text" selectable>
              {data.text}
            </Text>
          </Card>
        </Section>
      )}
    </Page>
  );
}
