import { ListView } from '@/components/ListView';
import { listReveals } from '@/features/account/account.api';
import { RevealRow } from '@/features/account/RevealRow';
import { CountyPage } from '@/features/admin/CountyPage';
import { usePagedList } from '@/hooks/usePagedList';

/** Who looked at whose phone number in the county, and why. */
export default function RevealsPage() {
  return (
    <CountyPage title="电话查看记录" permission="phone.reveals">
      {(county) => <Reveals county={county} />}
    </CountyPage>
  );
}

function Reveals({ county }: { county: string }) {
  const list = usePagedList((after) => listReveals(county, after), [county]);
  return (
    <ListView
      list={list}
      keyOf={({ id }) => id}
      empty={{ title: '还没有人查看过电话', hint: '每次查看都要写明事由，记在这里' }}
      renderItem={(reveal) => <RevealRow reveal={reveal} showOwner />}
    />
  );
}
