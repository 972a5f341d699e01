import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Icon } from '@/components/Icon';
import { countInbox } from '@/features/work/work.api';
import { useAsync } from '@/hooks/useAsync';
import { useShownAgain } from '@/hooks/useShownAgain';
import { openPage, WORKBENCH } from '@/services/navigation';
import './index.scss';

/** For those who have a workbench: how much waits for them, and the way there. */
export function InboxCard() {
  const { data, error, reload } = useAsync(countInbox, []);
  useShownAgain(reload);
  if (error) return <ErrorNotice error={error} onRetry={reload} />;
  if (!data) return null;
  const { total, overdue } = data;
  return (
    <Card label={`${WORKBENCH.label} ${total} 件，超期 ${overdue} 件`} onTap={() => void openPage(WORKBENCH.path)}>
      <View className="inbox-card">
        <Icon name="inbox" scale={1.2} />
        <Text className="inbox-card__total">
          {WORKBENCH.label} {total} 件
        </Text>
        {overdue > 0 && <Text className="inbox-card__overdue">超期 {overdue} 件</Text>}
        <Icon name="forward" scale={0.8} className="inbox-card__on" />
      </View>
    </Card>
  );
}
