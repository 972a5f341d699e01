import {
  type Figures,
  FUNNEL_GROUP_LABELS,
  FUNNEL_GROUPS,
  fatesOfGroup,
  funnelOf,
  MILESTONE_LABELS,
  MILESTONES,
  periodLabel,
  stateLabel,
  TASK_LIGHT_LABELS,
  TOPIC_FATE_LABELS,
  TOPIC_SOURCE_LABELS,
  TOPIC_SOURCES,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { Section } from '@/components/Section';
import { CountBars } from '../CountBars';
import { drillOf } from '../drill';
import { LightTiles } from '../LightTiles';
import { StayTable } from '../StayTable';
import { ThemeChart } from '../ThemeChart';
import { BoardHead } from './BoardHead';
import { PromiseCards } from './PromiseCards';
import './index.scss';

interface Props {
  figures: Figures;
  /** The dashboard that everyone sees. */
  open: boolean;
  /** The rows behind a number come from the lists that everyone sees: a city opens nothing else. */
  openRows: boolean;
}

/** 数据看板: each number opens the rows of which it is made. */
export function BoardView({ figures, open, openRows }: Props) {
  const drill = drillOf(figures, openRows);
  const { fates, milestones, sources, quota, stays, places, themes, columns } = figures;
  const { raised, groups } = funnelOf(fates);
  const leaders = sources.leader.n;
  return (
    <View className="board">
      <BoardHead figures={figures} drill={drill} />
      <View className="board__cards">
        <Section title="收到的议题，如今在哪里">
          <Card>
            <CountBars
              full={raised.n}
              bars={FUNNEL_GROUPS.flatMap((group) => [
                {
                  key: group,
                  label: FUNNEL_GROUP_LABELS[group],
                  count: groups[group],
                  onTap: () =>
                    drill({
                      list: 'topics',
                      title: FUNNEL_GROUP_LABELS[group],
                      count: groups[group],
                      query: { group },
                    }),
                },
                ...(fatesOfGroup(group).length === 1
                  ? []
                  : fatesOfGroup(group).map((fate) => ({
                      key: fate,
                      label: TOPIC_FATE_LABELS[fate],
                      count: fates[fate],
                      inner: true,
                      onTap: () =>
                        drill({ list: 'topics', title: TOPIC_FATE_LABELS[fate], count: fates[fate], query: { fate } }),
                    }))),
              ])}
            />
            <Text className="board__note">
              {`各项相加等于收到的 ${raised.n} 件。${open ? '涉密、涉隐私的议题不计入；未公开的议题只计数，不能查看。' : ''}`}
            </Text>
          </Card>
        </Section>
        <Section title="走到哪一步">
          <Card>
            <CountBars
              full={raised.n}
              bars={[
                {
                  key: 'raised',
                  label: '收到',
                  count: raised,
                  onTap: () => drill({ list: 'topics', title: '收到的议题', count: raised }),
                },
                ...MILESTONES.map((milestone) => ({
                  key: milestone,
                  label: MILESTONE_LABELS[milestone],
                  count: milestones[milestone],
                  onTap: () =>
                    drill({
                      list: 'topics',
                      title: `${MILESTONE_LABELS[milestone]}的议题`,
                      count: milestones[milestone],
                      query: { milestone },
                    }),
                })),
              ]}
            />
            <Text className="board__note">微协商不经过计划，所以进入协商的可以多于列入计划的。</Text>
          </Card>
        </Section>
        <Section title="议题从哪里来">
          <Card>
            <CountBars
              full={raised.n}
              bars={TOPIC_SOURCES.map((source) => ({
                key: source,
                label: TOPIC_SOURCE_LABELS[source],
                count: sources[source],
                ...(source === 'leader' && quota !== null && { note: `全年应不少于 ${quota} 件` }),
                onTap: () =>
                  drill({
                    list: 'topics',
                    title: TOPIC_SOURCE_LABELS[source],
                    count: sources[source],
                    query: { source },
                  }),
              }))}
            />
            {quota !== null && (
              <Text className="board__note">
                {leaders >= quota ? '党政点题已达到全年要求。' : `党政点题离全年要求还差 ${quota - leaders} 件。`}
              </Text>
            )}
          </Card>
        </Section>
        <PromiseCards figures={figures} drill={drill} />
        <Section title="各环节用了多少天">
          <Card>
            {stays.length > 0 ? (
              <StayTable
                stays={stays}
                onTap={({ state, n, rows }) =>
                  drill({
                    list: 'stays',
                    title: `“${stateLabel('topic', state)}”用了多少天`,
                    count: { n, rows },
                    query: { state },
                  })
                }
                onLonger={({ state, p90, longer }) =>
                  drill({
                    list: 'stays',
                    title: `“${stateLabel('topic', state)}”超过 ${p90} 天`,
                    count: longer,
                    query: { state, longerThan: String(p90) },
                  })
                }
              />
            ) : (
              <Text className="board__note board__note--alone">还没有足够的数据。</Text>
            )}
            <Text className="board__note">
              {`从进入到离开这个环节的整天数，按离开的日期统计，离开几次算几次。${
                stays.length > 0
                  ? '“一般停留”的天数，一半的议题比它短，一半比它长。点“件次”看是哪些议题；点“十件里九件不超过”的天数，看比它更久的。'
                  : ''
              }`}
            </Text>
          </Card>
        </Section>
      </View>
      <Section title="在办的承诺">
        <Card>
          <LightTiles
            places={places}
            onTap={(place, light, count) =>
              drill({
                list: 'promises',
                title: `${place.name} · ${TASK_LIGHT_LABELS[light]}`,
                count,
                query: { region: place.region, period: 'all', light },
              })
            }
          />
          <Text className="board__note">按行政区划代码排列，不排名次；不分年份，是此刻的情况。</Text>
        </Card>
      </Section>
      <Section title="大家关心什么">
        <Card>
          {themes.length > 0 ? (
            <ThemeChart
              themes={themes}
              columns={columns}
              onTap={(category, count, column) =>
                drill({
                  list: 'topics',
                  title: column === undefined ? category : `${category} · ${periodLabel(column)}`,
                  count,
                  query: { category, ...(column !== undefined && { period: column }) },
                })
              }
            />
          ) : (
            <Text className="board__note board__note--alone">这段时间还没有议题。</Text>
          )}
        </Card>
      </Section>
    </View>
  );
}
