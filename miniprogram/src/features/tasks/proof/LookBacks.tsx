import {
  isShown,
  type LookBackView,
  lookBackLabel,
  lookBackText,
  REASON_LIMITS,
  sayDate,
  sayDeadline,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { FormSheet } from '@/components/FormSheet';
import { PhotoGrid } from '@/components/PhotoGrid';
import { Section } from '@/components/Section';
import { Tag } from '@/components/Tag';
import { TextArea } from '@/components/TextArea';
import { useSheetForm } from '@/hooks/useSheetForm';
import { useSubmission } from '@/hooks/useSubmission';
import { useOutbox } from '@/services/outbox';
import type { SectionProps, SheetProps } from '../structure/section';
import { useOwnSheet } from '../structure/useOwnSheet';
import { answerLookBack, lookBackPath, replyToLookBack } from '../task-proof.api';
import './index.scss';
import { NotWorkingSheet } from './NotWorkingSheet';

/** 回头看: whether it still holds, asked of those whom it concerns some time after it was closed. */
export function LookBacks({ task, now, onChanged }: SectionProps) {
  const { sheet, show } = useOwnSheet(onChanged);
  if (task.lookBacks.length === 0) return null;
  return (
    <Section title="回头看">
      {task.lookBacks.map((lookBack) => (
        <Card key={lookBack.id}>
          <View className="proof__tags">
            <Text className="proof__name">{lookBackLabel(lookBack.nth)}</Text>
            {lookBack.reopenedAt !== null && <Tag text="有问题，重新办理" tone="danger" />}
          </View>
          {lookBack.canAnswer && (
            <Question
              task={task}
              lookBack={lookBack}
              now={now}
              onChanged={onChanged}
              onNo={() => show((onDone) => <NotWorkingSheet task={task} lookBackId={lookBack.id} onDone={onDone} />)}
            />
          )}
          <Answers lookBack={lookBack} now={now} />
          {lookBack.canReply && (
            <Button
              block
              kind="secondary"
              text="公开答复这些意见"
              onPress={() => show((onDone) => <ReplySheet task={task} lookBackId={lookBack.id} onDone={onDone} />)}
            />
          )}
        </Card>
      ))}
      {sheet}
    </Section>
  );
}

interface QuestionProps extends SectionProps {
  lookBack: LookBackView;
  onNo(): void;
}

/** One tap for Yes; a No wants a reason. */
function Question({ task, lookBack, now, onChanged, onNo }: QuestionProps) {
  const { id, mine, closesAt } = lookBack;
  const queued = useOutbox().some(({ path }) => path === lookBackPath(task.id));
  const { submit, error, state } = useSubmission(async (body: { works: true }, key: string) => {
    await answerLookBack(task, { lookBackId: id, ...body, photos: [] }, key);
    return true;
  });
  const yes = async () => {
    if (await submit({ works: true })) await onChanged();
  };
  return (
    <View className="proof__question">
      <Text className="proof__ask">现在还好用吗？</Text>
      {mine && <Text className="proof__hint">您答的是：{mine.works ? '好用' : '不好用'}，还可以改。</Text>}
      {queued && <Text className="proof__hint">您的回答待发送，网络好了自动发出。</Text>}
      <View className="proof__choices">
        <Button
          block
          icon="check"
          text="好用"
          kind={mine?.works === false ? 'secondary' : 'primary'}
          loading={state === 'sending'}
          onPress={yes}
        />
        <Button block kind="secondary" text="不好用了" onPress={onNo} />
      </View>
      <ErrorNotice error={error} />
      <Text className="proof__when">{sayDeadline(closesAt, now)}</Text>
    </View>
  );
}

function Answers({ lookBack, now }: { lookBack: LookBackView; now: number }) {
  const { counts, reasons, reply, askedAt } = lookBack;
  return (
    <>
      <Text className={counts === null ? 'proof__hint' : 'proof__text'}>{lookBackText(lookBack)}</Text>
      {reasons.map(({ id, reason, photos, at, content = 'passed' }) => (
        <View key={id} className="proof__reason">
          <Text className="proof__text">{reason}</Text>
          {!isShown(content) && <Text className="proof__hint">还在检查，只有办理的人看得到。</Text>}
          <PhotoGrid photos={photos} />
          <Text className="proof__when">{sayDate(at, now)}</Text>
        </View>
      ))}
      {reply && (
        <View className="proof__reason">
          <Text className="proof__name">召集人答复</Text>
          <Text className="proof__text">{reply.text}</Text>
          <Text className="proof__when">{sayDate(reply.at, now)}</Text>
        </View>
      )}
      <Text className="proof__when">{sayDate(askedAt, now)}问过提出人、附议人、参会人、去看过的人和抽到的居民</Text>
    </>
  );
}

/** The convener's answer to a No, for everyone. */
function ReplySheet({ task, lookBackId, onDone }: SheetProps & { lookBackId: string }) {
  const form = useSheetForm({ text: '' }, { text: '请写明怎么答复' }, `look-back-reply:${lookBackId}`);
  return (
    <FormSheet
      title="公开答复"
      text="不重新办理的，要向大家说明理由。确实不好用的，请改用“回头看有问题，重新办理”。"
      confirmLabel="答复"
      body={{ lookBackId, text: form.value.text.trim() }}
      problems={form.problems}
      send={async (body, key) => {
        await replyToLookBack(task.id, body, key);
        form.clear();
      }}
      onDone={onDone}
    >
      {(errors) => <TextArea label="答复" required max={REASON_LIMITS.max} {...form.field('text', errors)} />}
    </FormSheet>
  );
}
