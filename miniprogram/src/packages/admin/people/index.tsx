import { useState } from 'react';
import { Tabs } from '@/components/Tabs';
import { CountyPage } from '@/features/admin/CountyPage';
import { PeopleList } from './PeopleList';
import { StaffEvents } from './StaffEvents';

const TABS = [
  { value: 'people', label: '人员' },
  { value: 'events', label: '变动记录' },
] as const;

type Tab = (typeof TABS)[number]['value'];

/** 人员与身份 of a county, for those who give and take its roles. */
export default function PeoplePage() {
  const [tab, setTab] = useState<Tab>('people');
  return (
    <CountyPage title="人员与身份" permission="grant.manage">
      {(county) => (
        <>
          <Tabs<Tab> tabs={TABS} value={tab} onChange={setTab} />
          {tab === 'people' ? <PeopleList county={county} /> : <StaffEvents county={county} />}
        </>
      )}
    </CountyPage>
  );
}
