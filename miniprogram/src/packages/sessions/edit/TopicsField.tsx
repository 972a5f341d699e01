import {
  holds,
  rolesIn,
  SESSION_LIMITS,
  type SessionFormat,
  stateLabel,
  type TopicState,
  type TopicSummary,
} from '@consult/shared';
import { View } from '@tarojs/components';
import { ChoiceField } from '@/components/ChoiceField';
import { ErrorNotice } from '@/components/ErrorNotice';
import { listTopics } from '@/features/topics/topic.api';
import { listWorkTopics } from '@/features/work/work.api';
import { useAsync } from '@/hooks/useAsync';
import { useSession } from '@/services/session';

type Topic = Pick<TopicSummary, 'id' | 'title'>;

interface Props {
  /** Township code. */
  township: string;
  format: SessionFormat;
  value: readonly Topic[];
  onChange(value: Topic[]): void;
  error?: string;
}

/** The states from which a topic may come to the table; the server judges each (see pathToTable). */
const statesFor = (format: SessionFormat): TopicState[] =>
  format === 'micro' ? ['accepted', 'planned', 'deliberating'] : ['planned', 'deliberating', 'resolving'];

/** What is to be deliberated, out of the topics that are ready for it. */
export function TopicsField({ township, format, value, onChange, error }: Props) {
  const { grants } = useSession();
  const seesAll = holds('topic.work', rolesIn(grants, township));
  const found = useAsync(async () => {
    const pages = await Promise.all(
      statesFor(format).map((state) => (seesAll ? listWorkTopics(township, state, null) : null)),
    );
    // A member sees what everyone sees: the newest that were taken in.
    const open = seesAll ? [] : (await listTopics({ region: township, limit: 50 })).items;
    const topics = [...pages.flatMap((page) => page?.items ?? []), ...open];
    return topics.filter(({ state }) => statesFor(format).includes(state));
  }, [township, format, seesAll]);

  const listed = found.data ?? [];
  const kept = value.filter(({ id }) => !listed.some((topic) => topic.id === id));
  const choices = [
    ...kept.map(({ id, title }) => ({ value: id, label: title })),
    ...listed.map(({ id, title, state, communityName }) => ({
      value: id,
      label: title,
      hint: `${stateLabel('topic', state)} · ${communityName}`,
    })),
  ];
  return (
    <View>
      <ChoiceField<string>
        label="协商议题"
        hint={`可以选 1 到 ${SESSION_LIMITS.topicsMax} 件相近的议题一起协商`}
        required
        multiple
        look="sheet"
        choices={choices}
        value={value.map(({ id }) => id)}
        error={error}
        onChange={(ids) =>
          onChange(
            ids.slice(0, SESSION_LIMITS.topicsMax).flatMap((id) => {
              const choice = choices.find(({ value: of }) => of === id);
              return choice ? [{ id, title: choice.label }] : [];
            }),
          )
        }
      />
      <ErrorNotice error={found.error} onRetry={found.reload} />
    </View>
  );
}
