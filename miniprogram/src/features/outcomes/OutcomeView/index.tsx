import {
  besideMinutes,
  type OutcomeDetail,
  sayBesideMinutes,
  sayDate,
  sayRecipients,
  type TaskBesideMinutes,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { BothSides } from '@/components/BothSides';
import { Card } from '@/components/Card';
import { KeyValue } from '@/components/KeyValue';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Section } from '@/components/Section';
import { ErrorBlock } from '@/components/StateBlock';
import { Timeline } from '@/components/Timeline';
import { PrintedAddresses } from '@/features/links/PrintedAddresses';
import { AgreedTasks, BesideMinutes } from '@/features/minutes/AgreedTasks';
import { MinutesRecordView } from '@/features/minutes/MinutesRecordView';
import { NoConsensus } from '@/features/minutes/NoConsensus';
import { PublicItemBar } from '@/features/moderation/PublicItemBar';
import { MoveButtons } from '@/features/moves/MoveButtons';
import { Waiting } from '@/features/moves/Waiting';
import { PaperButtons } from '@/features/papers/PaperButtons';
import { TaskRow } from '@/features/tasks/TaskRow';
import { TASK_PAGES } from '@/features/tasks/task.pages';
import { useAsync } from '@/hooks/useAsync';
import { useShownAgain } from '@/hooks/useShownAgain';
import { openPage } from '@/services/navigation';
import { useSession } from '@/services/session';
import { getOutcome } from '../outcome.api';
import { TasksLeftOut } from '../TasksLeftOut';
import { InstructSheet } from './InstructSheet';
import { OutcomeHead } from './OutcomeHead';
import { OutcomeLinks } from './OutcomeLinks';
import { type OutcomeSheet, outcomeMoves } from './outcome-moves';
import { SendSheet } from './SendSheet';
import './index.scss';

interface Props {
  id: string;
  /** Called with each version read, as for a page's title. */
  onLoaded?(outcome: OutcomeDetail): void;
  /** Called after a move, as for a list beside it. */
  onMoved?(): void;
}

const SHEETS = { send: SendSheet, instruct: InstructSheet } as const;

/** One outcome: what was agreed and what was not, who will do what by when, and where it is now. */
export function OutcomeView({ id, onLoaded, onMoved }: Props) {
  const { me } = useSession();
  const { data: outcome, error, reload } = useAsync(() => getOutcome(id), [id, me?.id]);
  const [sheet, setSheet] = useState<OutcomeSheet | null>(null);
  useShownAgain(reload);

  useEffect(() => {
    if (outcome) onLoaded?.(outcome);
  }, [outcome, onLoaded]);

  if (!outcome) return error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />;
  const now = Date.now();
  const moved = async () => {
    await reload();
    onMoved?.();
  };
  const Sheet = sheet === null ? null : SHEETS[sheet];
  return (
    <View>
      <OutcomeHead outcome={outcome} now={now} />
      <Waiting
        kind="outcome"
        state={outcome.state}
        dueAt={outcome.dueAt}
        now={now}
        otherwise={outcome.tasks.length > 0 ? '任务已交到部门，进展见下面的承办事项' : '已经办完交办'}
      >
        <MoveButtons of={`outcome:${outcome.id}`} moves={outcomeMoves(outcome, setSheet)} onMoved={moved} />
      </Waiting>
      <Section title="共识和保留意见">
        {outcome.conclusion === 'none' && <NoConsensus />}
        <BothSides consensus={outcome.consensus} dissent={outcome.dissent} noDissent={outcome.noDissent} />
      </Section>
      <MinutesRecordView minutes={outcome} />
      {outcome.suggestions.length > 0 && (
        <Section title="建议">
          <Card>
            {outcome.suggestions.map((suggestion, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a suggestion is known by its number only
              <Text key={index} className="outcome-view__line">
                {index + 1}. {suggestion}
              </Text>
            ))}
          </Card>
        </Section>
      )}
      <OutcomeTasks outcome={outcome} now={now} />
      {outcome.recipients.length > 0 && (
        <View className="screen-only">
          <Section title="报送单位（仅工作人员可见）">
            <Card>
              <Text className="outcome-view__line">{sayRecipients(outcome.recipients)}</Text>
            </Card>
          </Section>
        </View>
      )}
      {outcome.instruction !== null && (
        <View className="screen-only">
          <Section title="批示（仅工作人员可见）">
            <Card>
              <KeyValue
                rows={[
                  { label: '批示人', value: <Text>{outcome.instructor}</Text> },
                  { label: '批示要点', value: <Text>{outcome.instruction}</Text> },
                ]}
              />
            </Card>
          </Section>
        </View>
      )}
      {outcome.publishedAt !== null && <PrintedAddresses topics={outcome.topics} />}
      <PaperButtons path={`/outcomes/${outcome.id}/paper.docx`} />
      <View className="screen-only">
        <OutcomeLinks outcome={outcome} />
        <Section title="办理进程">
          <Card>
            <Timeline entries={[...outcome.timeline].reverse()} now={now} />
          </Card>
        </Section>
        <PublicItemBar kind="outcome" id={outcome.id} onMoved={moved} />
      </View>
      {Sheet && (
        <Sheet
          outcome={outcome}
          onDone={(changed) => {
            setSheet(null);
            if (changed) void moved();
          }}
        />
      )}
    </View>
  );
}

/** Before they are handed out what was agreed, after that the promises themselves. */
function OutcomeTasks({ outcome, now }: { outcome: OutcomeDetail; now: number }) {
  const { tasks, agreedTasks, minutesTasks } = outcome;
  const beside = minutesTasks && besideMinutes(agreedTasks, minutesTasks);
  if (tasks.length === 0 && agreedTasks.length === 0 && !beside?.left.length) return null;
  const changed = beside?.tasks.some((one) => sayBesideMinutes(one, (at) => sayDate(at, now)) !== null);
  return (
    <Section title="承办事项">
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} now={now} onTap={() => void openPage(TASK_PAGES.detail, { id: task.id })} />
      ))}
      {tasks.length === 0 && <AgreedTasks tasks={agreedTasks} now={now} beside={beside?.tasks} />}
      {tasks.length > 0 && changed && (
        <Card>
          {agreedTasks.map(({ what }, index) => (
            <ChangedTask key={what} what={what} one={beside?.tasks[index]} now={now} />
          ))}
        </Card>
      )}
      {beside && <TasksLeftOut tasks={beside.left} />}
    </Section>
  );
}

function ChangedTask({ what, one, now }: { what: string; one: TaskBesideMinutes | undefined; now: number }) {
  if (one === undefined || sayBesideMinutes(one, (at) => sayDate(at, now)) === null) return null;
  return (
    <View>
      <Text>{what}</Text>
      <BesideMinutes one={one} now={now} />
    </View>
  );
}
