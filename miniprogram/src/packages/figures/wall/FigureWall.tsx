import {
  type Figures,
  FUNNEL_GROUPS,
  type FunnelGroup,
  fullMoment,
  funnelOf,
  OPEN_LIGHTS,
  periodLabel,
  TASK_LIGHT_LABELS,
  TOPIC_SOURCE_LABELS,
  TOPIC_SOURCES,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';

/** As short as a wall has room for. */
const GROUPS: Readonly<Record<FunnelGroup, string>> = {
  waiting: '待审定',
  deliberating: '协商中',
  delivering: '落实中',
  closed: '已办结',
  merged: '已并案',
  declined: '不受理',
  withdrawn: '已撤销',
  suspended: '已暂停',
};

interface Props {
  figures: Figures;
  /** The last reading failed: what is shown is older than it should be. */
  stale: boolean;
}

/** What was raised and where it is, what was promised, and how each place's promises stand. */
export function FigureWall({ figures, stale }: Props) {
  const { regionName, period, at, fates, sources, quota, sessionsHeld, promises, places, stays } = figures;
  const { raised, groups } = funnelOf(fates);
  const big = [
    ['收到议题', raised.n],
    ['开展协商', sessionsHeld.n],
    ['作出承诺', promises.made.n],
    ['已兑现', promises.standings.kept.n],
    ['已超期', promises.overdue.n],
  ] as const;
  return (
    <>
      <View className="figure-wall__head">
        <Text
          className="figure-wall__title"
          {...(process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': '1' } : {})}
        >
          {`${regionName} · ${periodLabel(period)}协商数据`}
        </Text>
        <Text className="figure-wall__at">{stale ? '正在重新连接…' : `${fullMoment(at)}`}</Text>
      </View>
      <View className="figure-wall__numbers">
        {big.map(([label, n]) => (
          <View key={label} className="figure-wall__number">
            <Text className="figure-wall__figure">{n}</Text>
            <Text className="figure-wall__label">{label}</Text>
          </View>
        ))}
      </View>
      <View className="figure-wall__body">
        <View className="figure-wall__part">
          <Text className="figure-wall__heading">议题如今在哪里</Text>
          {FUNNEL_GROUPS.map((group) => (
            <Bar key={group} label={GROUPS[group]} n={groups[group].n} of={raised.n} />
          ))}
        </View>
        <View className="figure-wall__part">
          <Text className="figure-wall__heading">议题从哪里来</Text>
          {TOPIC_SOURCES.map((source) => (
            <Bar key={source} label={TOPIC_SOURCE_LABELS[source]} n={sources[source].n} of={raised.n} />
          ))}
          {quota !== null && <Text className="figure-wall__note">{`党政点题全年应不少于 ${quota} 件`}</Text>}
          <Text className="figure-wall__heading figure-wall__heading--next">审核用时</Text>
          <Text className="figure-wall__note">
            {stays
              .filter(({ state }) => state === 'submitted')
              .map(({ median, p90 }) => `一半在 ${median} 天内，九成在 ${p90} 天内`)[0] ?? '还没有足够的数据'}
          </Text>
        </View>
        <View className="figure-wall__part figure-wall__part--places">
          <Text className="figure-wall__heading">未办结的承诺</Text>
          <View className="figure-wall__places">
            {places.map(({ region, name, lights }) => (
              <View key={region} className="figure-wall__place">
                <Text className="figure-wall__name">{name}</Text>
                <Text className="figure-wall__lights">
                  {OPEN_LIGHTS.filter((light) => lights[light].n > 0)
                    .map((light) => `${TASK_LIGHT_LABELS[light]} ${lights[light].n}`)
                    .join('　') || '没有'}
                </Text>
              </View>
            ))}
          </View>
        </View>
      </View>
    </>
  );
}

function Bar({ label, n, of }: { label: string; n: number; of: number }) {
  return (
    <View className="figure-wall__row">
      <Text className="figure-wall__words">{label}</Text>
      <View className="figure-wall__track" {...(process.env.TARO_ENV === 'h5' ? { 'aria-hidden': 'true' } : {})}>
        <View className="figure-wall__bar" style={{ width: `${of === 0 ? 0 : (n / of) * 100}%` }} />
      </View>
      <Text className="figure-wall__count">{n}</Text>
    </View>
  );
}
