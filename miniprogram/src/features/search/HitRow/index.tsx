import { type MarkedPiece, SEARCH_KIND_LABELS, type SearchHit, sayAgo, stateLabel } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { ListRow } from '@/components/ListRow';
import { Tag } from '@/components/Tag';
import { cx } from '@/utils/cx';
import './index.scss';

interface Props {
  hit: SearchHit;
  /** Now, ms since 1970. */
  now: number;
  /** The one that is open beside the list. */
  selected?: boolean;
  onTap(): void;
}

const plain = (pieces: readonly MarkedPiece[]) => pieces.map(({ text }) => text).join('');

/** One thing that was found, with what was searched for marked; of a topic found by its promise's code, the promise. */
export function HitRow({ hit, now, selected = false, onTap }: Props) {
  const kind = hit.state === null ? SEARCH_KIND_LABELS[hit.kind] : stateLabel('topic', hit.state);
  const { promise } = hit;
  const place = [hit.townshipName, hit.communityName].filter(Boolean).join(' ');
  const found = promise === null ? `${SEARCH_KIND_LABELS[hit.kind]}：` : `承诺：${promise.what}，来自议题：`;
  return (
    <ListRow label={`${found}${plain(hit.title)}，${place}，${kind}`} selected={selected} onTap={onTap}>
      <View className="hit-row__head">
        {promise === null ? (
          <Marked pieces={hit.title} className="hit-row__title" />
        ) : (
          <Text className="hit-row__title">{promise.what}</Text>
        )}
        <Tag
          text={promise === null ? kind : '承诺'}
          tone={hit.kind === 'topic' && promise === null ? 'neutral' : 'primary'}
        />
      </View>
      {promise !== null && <Text className="hit-row__snippet">{`来自议题：${plain(hit.title)}`}</Text>}
      {hit.snippet.length > 0 && <Marked pieces={hit.snippet} className="hit-row__snippet" />}
      <View className="hit-row__facts">
        <Text>{place}</Text>
        {hit.category && <Text className="care-hide">{hit.category}</Text>}
        <Text>{sayAgo(hit.at, now)}</Text>
        {hit.isGuess && <Tag text="数字相近" tone="warn" />}
        {!hit.isPublic && <Tag text="未公开" tone="info" />}
      </View>
    </ListRow>
  );
}

function Marked({ pieces, className }: { pieces: readonly MarkedPiece[]; className: string }) {
  return (
    <View className={className}>
      {pieces.map(({ text, hit }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, which never change places
        <Text key={i} className={cx(hit && 'hit-row__hit')}>
          {text}
        </Text>
      ))}
    </View>
  );
}
