import type { OpinionMapMissing } from '@consult/shared';
import { StateBlock } from '@/components/StateBlock';
import { openPage } from '@/services/navigation';
import { OPINION_PAGES } from '../opinion.pages';

/** Says why there is no map, and what is missing. */
export function NotYet({ map, roundId }: { map: OpinionMapMissing; roundId: string }) {
  if (map.reason === 'counting') return <StateBlock kind="loading" title="正在计算，过一会儿再看" />;
  return (
    <StateBlock
      kind="empty"
      title="参与还不够，先不画图"
      hint={sayMissing(map)}
      action={{
        label: '去表态',
        reads: true,
        onPress: () => openPage(OPINION_PAGES.answer, { id: roundId }),
      }}
    />
  );
}

function sayMissing({ people, votes }: OpinionMapMissing): string {
  const missing = [...(people > 0 ? [`还差 ${people} 人`] : []), ...(votes > 0 ? [`还差 ${votes} 次表态`] : [])];
  return `${missing.join('，')}。人太少，图容易看偏，也容易猜出是谁。`;
}
