import type { TopicDetail } from '@consult/shared';
import { TopicView } from '@/features/topics/TopicView';
import { TopicActions } from './TopicActions';

interface Props {
  id: string;
  /** Called with each version read, as for a page's title. */
  onLoaded?(topic: TopicDetail): void;
  /** Called after a move, as for a list beside it. */
  onMoved?(): void;
}

/** One topic with what its viewer may do about it: nothing for the public, the moves for those who handle it. */
export function HandledTopic({ id, onLoaded, onMoved }: Props) {
  return (
    <TopicView
      id={id}
      onLoaded={onLoaded}
      actions={(topic, reload) => (
        <TopicActions
          topic={topic}
          onMoved={() => {
            reload();
            onMoved?.();
          }}
        />
      )}
    />
  );
}
