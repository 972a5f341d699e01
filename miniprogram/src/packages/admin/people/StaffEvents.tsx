import { type StaffEventView, sayMoment } from '@consult/shared';
import { Text } from '@tarojs/components';
import { Card } from '@/components/Card';
import { ListView } from '@/components/ListView';
import { listStaffEvents } from '@/features/admin/grants.api';
import { usePagedList } from '@/hooks/usePagedList';
import './index.scss';

/** 授予身份：张三，召集人（沿河街道） */
function sayEvent({ actionLabel, personName, roleLabel, regionName, departmentName }: StaffEventView): string {
  return `${actionLabel}：${personName}${roleLabel ? `，${roleLabel}（${departmentName ?? regionName ?? ''}）` : ''}`;
}

/** Who gave and took which role, and looked after which account. */
export function StaffEvents({ county }: { county: string }) {
  const list = usePagedList((after) => listStaffEvents(county, after), [county]);
  return (
    <ListView
      list={list}
      keyOf={({ id }) => id}
      empty={{ title: '还没有变动', hint: '授予、解除身份和工作账号的变动记在这里' }}
      renderItem={(event) => (
        <Card>
          <Text className="county-people__event">{sayEvent(event)}</Text>
          <Text className="county-people__fact">
            {event.actorName}办理，{sayMoment(event.at, Date.now())}
          </Text>
        </Card>
      )}
    />
  );
}
