import {
  type Figures,
  FUNNEL_GROUPS,
  type FunnelGroup,
  fullMoment,
  funnelOf,
  OPEN_LIGHTS,
  type PlaceFigures,
  periodLabel,
  RATING_LABELS,
  RATINGS,
  TASK_LIGHT_LABELS,
  TOPIC_SOURCE_LABELS,
  TOPIC_SOURCES,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { LIGHT_MARKS } from '@/features/tasks/time/light-tag';
import { cx } from '@/utils/cx';

/** As many as a wall has room for below one another. */
const FEW_PLACES = 3;

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

/** What was raised and where it is, what was promised, and what people say of it, and how each place's promises stand. */
export function FigureWall({ figures, stale }: Props) {
  const { regionName, period, at, fates, sources, quota, sessionsHeld, promises, places, evaluation } = figures;
  const answered = RATINGS.reduce((sum, rating) => sum + evaluation.answers.handling[rating], 0);
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
          <View className="figure-wall__rows">
            {FUNNEL_GROUPS.map((group) => (
              <Bar key={group} label={GROUPS[group]} n={groups[group].n} of={raised.n} />
            ))}
          </View>
        </View>
        <View className="figure-wall__part">
          <Text className="figure-wall__heading">议题从哪里来</Text>
          <View className="figure-wall__rows">
            {TOPIC_SOURCES.map((source) => (
              <Bar key={source} label={TOPIC_SOURCE_LABELS[source]} n={sources[source].n} of={raised.n} />
            ))}
            {quota !== null && <Text className="figure-wall__note">{`党政点题全年应不少于 ${quota} 件`}</Text>}
          </View>
          <Text className="figure-wall__heading figure-wall__heading--next">群众评议：办理评价</Text>
          <View className="figure-wall__rows figure-wall__rows--few">
            {evaluation.shown.n === 0 ? (
              <Text className="figure-wall__note">还没有公布的评议</Text>
            ) : (
              RATINGS.map((rating) => (
                <Bar key={rating} label={RATING_LABELS[rating]} n={evaluation.answers.handling[rating]} of={answered} />
              ))
            )}
          </View>
        </View>
        <View className="figure-wall__part figure-wall__part--places">
          <Text className="figure-wall__heading">在办的承诺</Text>
          <View className={cx('figure-wall__places', places.length > FEW_PLACES && 'figure-wall__places--many')}>
            {places.map((place) => (
              <Place key={place.region} place={place} />
            ))}
          </View>
        </View>
      </View>
    </>
  );
}

/** A place with so many promises that are not done, and how they stand. */
function Place({ place: { name, lights } }: { place: PlaceFigures }) {
  const shown = OPEN_LIGHTS.filter((light) => lights[light].n > 0);
  const open = shown.reduce((sum, light) => sum + lights[light].n, 0);
  return (
    <View className="figure-wall__place">
      <View className="figure-wall__place-head">
        <Text className="figure-wall__name">{name}</Text>
        <Text className="figure-wall__open">{`${open} 件`}</Text>
      </View>
      <View className="figure-wall__lights">
        {shown.length === 0 && <Text>没有未办结的</Text>}
        {shown.map((light) => (
          <Text key={light} className={cx('figure-wall__light', light === 'overdue' && 'figure-wall__light--overdue')}>
            {`${LIGHT_MARKS[light]} ${TASK_LIGHT_LABELS[light]} ${lights[light].n}`}
          </Text>
        ))}
      </View>
    </View>
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
