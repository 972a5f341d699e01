import {
  type Grant,
  type RegionTree,
  type Role,
  stateLabel,
  TOPIC_READERS,
  TOPIC_STATES,
  type TopicState,
} from '@consult/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ChoiceField } from '@/components/ChoiceField';
import { ListView } from '@/components/ListView';
import { SplitView } from '@/components/SplitView';
import { useSplit } from '@/components/SplitView/useSplit';
import { StateBlock } from '@/components/StateBlock';
import { fullRegionName } from '@/features/regions/region-tree';
import { TopicRow } from '@/features/topics/TopicRow';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { HandledTopic } from '@/features/work/HandledTopic';
import { listWorkTopics } from '@/features/work/work.api';
import { usePagedList } from '@/hooks/usePagedList';
import { useShownAgain } from '@/hooks/useShownAgain';
import './index.scss';

/** A draft is its raiser's own. */
const STATES = TOPIC_STATES.filter((state) => state !== 'draft').map((value) => ({
  value,
  label: stateLabel('topic', value),
}));

/** Where each role's work stands. */
const FIRST_STATE: Partial<Record<Role, TopicState>> = {
  convener: 'submitted',
  party_committee: 'party_review',
  county_office: 'county_review',
};

interface Props {
  grants: readonly Grant[];
  tree: readonly RegionTree[];
}

/** The topics of a region in one state, with the open one beside the list. */
export function WorkTopics({ grants, tree }: Props) {
  const mine = grants.filter(({ role }) => TOPIC_READERS.includes(role));
  const [region, setRegion] = useState(mine[0]?.region ?? '');
  const [state, setState] = useState<TopicState>((mine[0] && FIRST_STATE[mine[0].role]) ?? 'submitted');
  const split = useSplit(TOPIC_PAGES.detail);
  const list = usePagedList((after) => listWorkTopics(region, state, after), [region, state]);
  useShownAgain(() => void list.reload());

  if (region === '') return <StateBlock kind="forbidden" title="您没有要管理的议题" />;
  const now = Date.now();
  const regions = [...new Set(mine.map((grant) => grant.region))];
  return (
    <SplitView
      hint="从左边选一件议题查看"
      onClose={split.close}
      detail={
        split.selectedId && (
          <HandledTopic key={split.selectedId} id={split.selectedId} onMoved={() => void list.reload()} />
        )
      }
      list={
        <View>
          <View className="work-topics__filters">
            {regions.length > 1 && (
              <ChoiceField
                label="地区"
                always
                choices={regions.map((code) => ({ value: code, label: fullRegionName(tree, code) }))}
                value={[region]}
                onChange={([code]) => code && setRegion(code)}
              />
            )}
            <ChoiceField
              label={`${fullRegionName(tree, region)}的议题`}
              always
              look="sheet"
              choices={STATES}
              value={[state]}
              onChange={([chosen]) => chosen && setState(chosen)}
            />
          </View>
          <ListView
            list={list}
            keyOf={({ id }) => id}
            renderItem={(topic) => (
              <TopicRow
                topic={topic}
                now={now}
                selected={topic.id === split.selectedId}
                onTap={() => split.open(topic.id)}
              />
            )}
            empty={{ title: `没有“${stateLabel('topic', state)}”的议题` }}
          />
        </View>
      }
    />
  );
}
