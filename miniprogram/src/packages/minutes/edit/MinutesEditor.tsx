import { actionLabel, MINUTES_LIMITS, type MinutesDetail, minutesMachine, sayMoment } from '@consult/shared';
import { Text } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { useConfirmSheet } from '@/components/ConfirmSheet/useConfirmSheet';
import { ErrorNotice } from '@/components/ErrorNotice';
import { KeyValue } from '@/components/KeyValue';
import { Page } from '@/components/Page';
import { PhotoField } from '@/components/PhotoField';
import { NO_PHOTOS_ON_THEIR_WAY, photoProblems } from '@/components/PhotoField/on-their-way';
import { Section } from '@/components/Section';
import { TextArea } from '@/components/TextArea';
import { TextListField } from '@/components/TextListField';
import { MINUTES_WORDING } from '@/features/minutes/MinutesView/minutes-moves';
import { moveMinutes, writeMinutes } from '@/features/minutes/minutes.api';
import { AgreedTasksField } from '@/features/tasks/AgreedTasksField';
import { agreedTaskProblems } from '@/features/tasks/AgreedTasksField/agreed-tasks';
import { useSubmission } from '@/hooks/useSubmission';
import { useDraft } from '@/services/drafts';
import { goBack } from '@/services/navigation';
import { formOf, inputOf, type MinutesForm, pointProblems } from './minutes-form';
import { PointsField } from './PointsField';
import { StaleNotice } from './StaleNotice';

interface Props {
  minutes: MinutesDetail;
  /** Reads the minutes again. */
  reload(): Promise<void>;
}

const problemsOf = (form: MinutesForm): Record<string, string> => ({
  ...pointProblems('points', form.points),
  ...pointProblems('departmentAnswers', form.departmentAnswers),
  ...agreedTaskProblems(form.tasks),
});

/** The form of one version of minutes; what the system knows stands in it already. */
export function MinutesEditor({ minutes, reload }: Props) {
  const { value: form, update, clear, restored } = useDraft(`minutes:${minutes.id}`, formOf(minutes));
  const [tried, setTried] = useState(false);
  const { ask, sheet } = useConfirmSheet();
  const saving = useSubmission((body: ReturnType<typeof inputOf>, key: string) => writeMinutes(minutes.id, body, key));
  const [onTheirWay, setOnTheirWay] = useState(NO_PHOTOS_ON_THEIR_WAY);
  const problems: Record<string, string> = { ...problemsOf(form), ...photoProblems(onTheirWay) };
  const errors: Record<string, string | undefined> = { ...saving.error?.fields, ...(tried ? problems : {}) };
  const stale = form.revision !== minutes.revision;

  const complete = (): boolean => {
    setTried(true);
    return Object.keys(problems).length === 0;
  };
  const save = async () => {
    if (!complete()) return;
    // What was written stays on this device until it is safe; after a refusal the two versions are told apart.
    if (await saving.submit(inputOf(form))) clear();
    // Where a refusal, and which of two versions goes on, is said.
    else void Taro.pageScrollTo({ scrollTop: 0 });
    await reload();
  };
  const circulate = async () => {
    if (!complete()) return;
    const title = actionLabel(minutesMachine, 'circulate');
    const sent = await ask({
      title,
      text: MINUTES_WORDING.circulate.text,
      confirmLabel: title,
      onConfirm: async (_, key) => {
        const { revision } = await writeMinutes(minutes.id, inputOf(form), key);
        // Should the second step fail, what is on this device is no older than what was saved.
        update({ revision });
        return moveMinutes(minutes.id, 'circulate', {}, `${key}:circulate`);
      },
    });
    if (!sent) return reload();
    clear();
    return goBack();
  };

  return (
    <Page
      title="填写会议纪要"
      footer={
        <>
          <Button block kind="secondary" text="保存" disabled={stale} onPress={save} />
          <Button block text="保存并送核对" disabled={stale} onPress={circulate} />
        </>
      }
    >
      {stale && <StaleNotice onTakeTheirs={clear} onKeepMine={() => update({ revision: minutes.revision })} />}
      {!stale && restored && <Text className="minutes-editor__restored">已恢复上次没有保存的内容。</Text>}
      <ErrorNotice error={saving.error} />
      <Card>
        <KeyValue
          rows={[
            { label: '协商', value: <Text>{minutes.sessionTitle}</Text> },
            { label: '编号', value: <Text>{minutes.number}</Text> },
            { label: '时间', value: <Text>{sayMoment(minutes.heldAt, Date.now())}</Text> },
            { label: '地点', value: <Text>{minutes.place}</Text> },
          ]}
        />
      </Card>
      <Section title="经过">
        <Card>
          <TextArea
            label="情况说明"
            max={MINUTES_LIMITS.textMax}
            value={form.situation}
            error={errors.situation}
            onChange={(situation) => update({ situation })}
          />
        </Card>
      </Section>
      <Section title="发言要点">
        <PointsField
          name="points"
          itemName="发言"
          speakerLabel="发言人"
          speakerHint="姓名，或“居民代表”"
          value={form.points}
          errors={errors}
          onChange={(points) => update({ points })}
        />
      </Section>
      <Section title="部门回应">
        <PointsField
          name="departmentAnswers"
          itemName="回应"
          speakerLabel="部门"
          speakerHint="如：县住房和城乡建设局"
          value={form.departmentAnswers}
          errors={errors}
          onChange={(departmentAnswers) => update({ departmentAnswers })}
        />
      </Section>
      <Section title="结果">
        <Card>
          <TextListField
            label="达成的共识"
            hint="共识和保留意见至少写一条，发布后并排公开"
            itemName="共识"
            max={MINUTES_LIMITS.itemsMax}
            itemMax={MINUTES_LIMITS.itemMax}
            value={form.consensus}
            error={errors.consensus}
            onChange={(consensus) => update({ consensus })}
          />
          <TextListField
            label="未达成共识、保留意见"
            itemName="意见"
            max={MINUTES_LIMITS.itemsMax}
            itemMax={MINUTES_LIMITS.itemMax}
            value={form.dissent}
            error={errors.dissent}
            onChange={(dissent) => update({ dissent })}
          />
        </Card>
      </Section>
      <Section title="约定的任务">
        <AgreedTasksField
          region={minutes.township}
          value={form.tasks}
          errors={Object.fromEntries(
            Object.entries(errors).filter((entry): entry is [string, string] => entry[1] !== undefined),
          )}
          onChange={(tasks) => update({ tasks })}
        />
      </Section>
      <Section title="现场照片">
        <Card>
          <PhotoField
            label="照片"
            max={MINUTES_LIMITS.photosMax}
            value={form.photos}
            error={errors.photos}
            onPhotos={setOnTheirWay}
            onChange={(photos) => update({ photos })}
          />
        </Card>
      </Section>
      {tried && Object.keys(problems).length > 0 && (
        <Text className="minutes-editor__problem">
          还有 {Object.keys(problems).length} 处没有填好，请看上面的红字。
        </Text>
      )}
      {sheet}
    </Page>
  );
}
