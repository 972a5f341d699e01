import { ListView } from '@/components/ListView';
import { usePagedList } from '@/hooks/usePagedList';
import { useShownAgain } from '@/hooks/useShownAgain';
import { MinutesRow } from '../MinutesRow';
import { listMinutes } from '../minutes.api';

interface Props {
  region: string;
  onOpen(id: string): void;
  selectedId?: string | null;
}

/** The published minutes of a region. */
export function MinutesList({ region, onOpen, selectedId }: Props) {
  const list = usePagedList((after) => listMinutes(region, after), [region]);
  useShownAgain(() => void list.reload());
  const now = Date.now();
  return (
    <ListView
      list={list}
      keyOf={({ id }) => id}
      empty={{ title: '还没有公开的会议纪要' }}
      renderItem={(minutes) => (
        <MinutesRow minutes={minutes} now={now} selected={minutes.id === selectedId} onTap={() => onOpen(minutes.id)} />
      )}
    />
  );
}
