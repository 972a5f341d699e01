import { CountyPage } from '@/features/admin/CountyPage';
import { StaffList } from './StaffList';

/** 工作人员账号 of a county, for its administrators. */
export default function StaffPage() {
  return (
    <CountyPage title="工作人员账号" permission="staff.manage">
      {(county) => <StaffList county={county} />}
    </CountyPage>
  );
}
