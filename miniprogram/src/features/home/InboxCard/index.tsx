import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Icon } from '@/components/Icon';
import { countInbox } from '@/features/work/work.api';
import { useAsync } from '@/hooks/useAsync';
import { useShownAgain } from '@/hooks/useShownAgain';
import { openPage, WORKBENCH } from '@/services/navigation';
import './index.scss';

interface Props {
  /** Left out while nothing waits, as for those without a workbench: they may record or sign minutes all the same. */
  whenAny?: boolean;
}

/** How much waits for somebody, and the way there. */
export function InboxCard({ whenAny = false }: Props) {
  const { data, error, reload } = useAsync(countInbox, []);
  useShownAgain(reload);
  if (error) return whenAny ? null : <ErrorNotice error={error} onRetry={reload} />;
  if (!data) return null;
  const { total, overdue } = data;
  if (whenAny && total === 0) return null;
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
