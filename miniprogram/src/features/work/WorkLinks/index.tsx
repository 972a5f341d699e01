import { holds, type ModerationCount, rolesIn, TOPIC_READERS } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { CountBadge } from '@/components/CountBadge';
import { Icon, type IconName } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { FIGURE_PAGES } from '@/features/figures/figures.pages';
import { useModerationCount } from '@/features/moderation/useModerationCount';
import { watchLinks } from '@/features/moderation/watch-links';
import { OUTCOME_PAGES } from '@/features/outcomes/outcome.pages';
import { PLAN_PAGES } from '@/features/plans/plan.pages';
import { TASK_PAGES } from '@/features/tasks/task.pages';
import { openPage } from '@/services/navigation';
import { type SessionView, useSession } from '@/services/session';
import { WORK_PAGES } from '../work.pages';
import './index.scss';

interface Link {
  label: string;
  icon: IconName;
  path: string;
  waiting?: number;
}

function linksFor({ grants, hasRole }: SessionView, count: ModerationCount | null): Link[] {
  const records = grants.some(({ region }) => holds('topic.record', rolesIn(grants, region)));
  const links: (Link | false)[] = [
    TOPIC_READERS.some(hasRole) && { label: '议题管理', icon: 'topic', path: WORK_PAGES.topics },
    records && { label: '代录议题', icon: 'edit', path: WORK_PAGES.record },
    ...watchLinks(grants, count).map(({ short, ...link }) => ({ ...link, label: short })),
    hasRole('department') && { label: '承办事项', icon: 'promise', path: TASK_PAGES.mine },
    grants.some(({ region }) => holds('figures.read', rolesIn(grants, region))) && {
      label: '数据看板',
      icon: 'figures',
      path: FIGURE_PAGES.board,
    },
    { label: '协商计划', icon: 'plan', path: PLAN_PAGES.list },
    { label: '协商成果', icon: 'minutes', path: OUTCOME_PAGES.list },
  ];
  return links.filter((link): link is Link => link !== false);
}

/** Where else those go who have work to do. */
export function WorkLinks() {
  const links = linksFor(useSession(), useModerationCount());
  return (
    <View className="work-links">
      {links.map(({ label, icon, path, waiting = 0 }) => (
        <Tappable
          key={path}
          role="link"
          className="work-links__link"
          label={waiting > 0 ? `${label}，${waiting} 件待处理` : label}
          onTap={() => void openPage(path)}
        >
          <View className="work-links__icon">
            <Icon name={icon} />
            <CountBadge count={waiting} />
          </View>
          <Text>{label}</Text>
        </Tappable>
      ))}
    </View>
  );
}
