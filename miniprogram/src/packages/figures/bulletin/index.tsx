import { addDays, chinaDate, chinaMonth, holds, periodLabel, rolesIn, startOfChinaDay } from '@consult/shared';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { ChoiceField } from '@/components/ChoiceField';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import { getBulletin } from '@/features/figures/figures.api';
import { SignedIn } from '@/features/identity/SignedIn';
import { useAsync } from '@/hooks/useAsync';
import { useSession } from '@/services/session';
import { BulletinDraft } from './BulletinDraft';

const MONTHS = 12;

/** 通报 and 统计表 of a county and month, for its office; `?region=`. */
export default function BulletinPage() {
  const { grants } = useSession();
  const { region } = useRouter().params;
  const county =
    region ?? grants.find((grant) => holds('bulletin.write', rolesIn(grants, grant.region)))?.region ?? null;
  const may = county !== null && holds('bulletin.write', rolesIn(grants, county));
  return (
    <Page title="通报和统计表">
      <SignedIn hint="县政协登录后可以起草">
        {may && county !== null ? <Months county={county} /> : <StateBlock kind="forbidden" />}
      </SignedIn>
    </Page>
  );
}

/** The last months, the one that is over first: a 通报 is written once its month is. */
function monthsBack(now: number): string[] {
  const months: string[] = [];
  for (let month = chinaMonth(now); months.length < MONTHS; ) {
    months.push(month);
    month = chinaMonth(startOfChinaDay(addDays(`${month}-01`, -1)));
  }
  return months;
}

function Months({ county }: { county: string }) {
  const months = monthsBack(startOfChinaDay(chinaDate(Date.now())));
  const [month, setMonth] = useState(months[1] ?? '');
  const { data, error, reload } = useAsync(() => getBulletin(county, month), [county, month]);
  return (
    <View>
      <ChoiceField
        label="月份"
        always
        look="sheet"
        choices={months.map((value) => ({ value, label: periodLabel(value) }))}
        value={[month]}
        onChange={([chosen]) => chosen && setMonth(chosen)}
      />
      {data && <BulletinDraft key={`${county} ${month}`} bulletin={data} />}
      {!data && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />)}
    </View>
  );
}
