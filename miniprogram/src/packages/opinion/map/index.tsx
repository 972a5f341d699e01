import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Page } from '@/components/Page';
import { MapView } from '@/features/opinion/MapView';
import { getRound } from '@/features/opinion/opinion.api';
import { OPINION_PAGES } from '@/features/opinion/opinion.pages';
import { useAsync } from '@/hooks/useAsync';
import { useShare } from '@/hooks/useShare';
import './index.scss';

/** 意见图谱 of a round, `?id=`. */
export default function OpinionMapPage() {
  const { id = '' } = useRouter().params;
  const { data: round } = useAsync(() => getRound(id), [id]);
  useShare({ title: `${round?.title ?? '网络议政'}：意见图谱`, path: OPINION_PAGES.map, query: { id } });
  return (
    <Page title="意见图谱" width="wide">
      {round && <Text className="map-page__title">{round.title}</Text>}
      <MapView roundId={id} />
    </Page>
  );
}
