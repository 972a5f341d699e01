import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { LEDGER_PAGES } from '@/features/ledger/ledger.pages';
import { OPINION_PAGES } from '@/features/opinion/opinion.pages';
import { OUTCOME_PAGES } from '@/features/outcomes/outcome.pages';
import { PLAN_PAGES } from '@/features/plans/plan.pages';
import { openPage } from '@/services/navigation';

const LINKS = [
  { label: '网络议政', icon: 'comment', path: OPINION_PAGES.list },
  { label: '协商计划', icon: 'plan', path: PLAN_PAGES.list },
  { label: '协商成果', icon: 'minutes', path: OUTCOME_PAGES.list },
  { label: '承诺台账', icon: 'promise', path: LEDGER_PAGES.list },
] as const;

/** What stands before and after the sessions: plans, outcomes, promises. */
export function PublicLinks() {
  return (
    <View className="sessions__links">
      {LINKS.map(({ label, icon, path }) => (
        <Tappable key={path} role="link" className="sessions__link" label={label} onTap={() => void openPage(path)}>
          <Icon name={icon} scale={1.2} />
          <Text>{label}</Text>
        </Tappable>
      ))}
    </View>
  );
}
