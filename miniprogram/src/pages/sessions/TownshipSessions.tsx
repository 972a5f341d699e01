import { holds, rolesIn } from '@consult/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { SplitView } from '@/components/SplitView';
import { useSplit } from '@/components/SplitView/useSplit';
import { Tabs } from '@/components/Tabs';
import { MinutesList } from '@/features/minutes/MinutesList';
import { MinutesView } from '@/features/minutes/MinutesView';
import { MINUTES_PAGES } from '@/features/minutes/minutes.pages';
import { SessionList } from '@/features/sessions/SessionList';
import { SessionView } from '@/features/sessions/SessionView';
import { listSessions, listWorkSessions } from '@/features/sessions/session.api';
import { SESSION_PAGES } from '@/features/sessions/session.pages';
import { openPage } from '@/services/navigation';
import { useSession } from '@/services/session';
import type { Township } from '@/services/township';
import { PublicLinks } from './PublicLinks';
import './index.scss';

type Shown = 'upcoming' | 'past' | 'minutes' | 'work';

const TABS: readonly { value: Shown; label: string }[] = [
  { value: 'upcoming', label: '今天起' },
  { value: 'past', label: '以前的' },
  { value: 'minutes', label: '会议纪要' },
];
const WORK_TAB = { value: 'work', label: '筹备' } as const;

const EMPTY: Readonly<Record<Exclude<Shown, 'minutes'>, { title: string; hint?: string }>> = {
  upcoming: { title: '近期没有协商活动', hint: '议题列入计划后，会在这里通知开会的时间和地点' },
  past: { title: '还没有开过协商会' },
  work: { title: '还没有协商活动', hint: '可以从列入计划的议题召集' },
};

/** A township's sessions and minutes, with the open one beside the list where there is room. */
export function TownshipSessions({ township }: { township: Township }) {
  const { grants, me } = useSession();
  const [shown, setShown] = useState<Shown>('upcoming');
  const [changes, setChanges] = useState(0);
  const sessions = useSplit(SESSION_PAGES.detail);
  const minutes = useSplit(MINUTES_PAGES.detail);
  const roles = rolesIn(grants, township.code);
  const seesAll = holds('session.work', roles);
  const region = township.code;
  const show = (tab: Shown) => {
    setShown(tab);
    sessions.close();
    minutes.close();
  };
  const fetchPage = (after: string | null) =>
    shown === 'work'
      ? listWorkSessions(region, after)
      : listSessions({ region, when: shown === 'past' ? 'past' : 'upcoming', ...(after === null ? {} : { after }) });

  return (
    <SplitView
      hint={shown === 'minutes' ? '从左边选一份会议纪要查看' : '从左边选一场协商查看'}
      onClose={() => {
        sessions.close();
        minutes.close();
      }}
      detail={
        shown === 'minutes'
          ? minutes.selectedId && <MinutesView key={minutes.selectedId} id={minutes.selectedId} />
          : sessions.selectedId && (
              <SessionView
                key={sessions.selectedId}
                id={sessions.selectedId}
                onMoved={() => setChanges((count) => count + 1)}
              />
            )
      }
      list={
        <View>
          {holds('session.call', roles) && (
            <View className="sessions__call">
              <Button
                block
                icon="plus"
                text={holds('plan.write', roles) ? '召集协商' : '发起微协商'}
                onPress={() => openPage(SESSION_PAGES.edit)}
              />
            </View>
          )}
          <PublicLinks />
          <Tabs tabs={seesAll ? [...TABS, WORK_TAB] : TABS} value={shown} onChange={(tab) => show(tab)} />
          {shown === 'minutes' ? (
            <MinutesList region={region} selectedId={minutes.selectedId} onOpen={minutes.open} />
          ) : (
            <SessionList
              key={shown}
              fetchPage={fetchPage}
              deps={[region, shown, me?.id]}
              empty={EMPTY[shown]}
              selectedId={sessions.selectedId}
              onOpen={sessions.open}
              changes={changes}
            />
          )}
        </View>
      }
    />
  );
}
