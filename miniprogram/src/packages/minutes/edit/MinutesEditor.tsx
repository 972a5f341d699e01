import { actionLabel, MINUTES_LIMITS, type MinutesDetail, minutesMachine } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { useConfirmSheet } from '@/components/ConfirmSheet/useConfirmSheet';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Page } from '@/components/Page';
import { PhotoField } from '@/components/PhotoField';
import { NO_PHOTOS_ON_THEIR_WAY, photoProblems } from '@/components/PhotoField/on-their-way';
import { Section } from '@/components/Section';
import { TextArea } from '@/components/TextArea';
import { TextListField } from '@/components/TextListField';
import { MinutesRecordView } from '@/features/minutes/MinutesRecordView';
import { MINUTES_WORDING } from '@/features/minutes/MinutesView/minutes-moves';
import { moveMinutes } from '@/features/minutes/minutes.api';
import { AgreedTasksField } from '@/features/tasks/AgreedTasksField';
import { showProblem } from '@/hooks/useEditor';
import { goBack } from '@/services/navigation';
import { DissentField } from './DissentField';
import { HeldCard } from './HeldCard';
import { formProblems } from './minutes-form';
import { PointsField } from './PointsField';
import { SaveStatus } from './SaveStatus';
import { UnwrittenSpeeches } from './UnwrittenSpeeches';
import { useSharedWriting } from './useSharedWriting';

interface Props {
  minutes: MinutesDetail;
}

/** The form of one version of minutes; what the system knows stands in it already, and it saves itself. */
export function MinutesEditor({ minutes }: Props) {
  const { form, change, state, savedAt, error, writers, restored, save, clear } = useSharedWriting(minutes);
  const [tried, setTried] = useState(false);
  const { ask, sheet } = useConfirmSheet();
  const [onTheirWay, setOnTheirWay] = useState(NO_PHOTOS_ON_THEIR_WAY);
  const problems: Record<string, string> = { ...formProblems(form), ...photoProblems(onTheirWay) };
  const errors: Record<string, string | undefined> = { ...error?.fields, ...(tried ? problems : {}) };

  const circulate = async () => {
    setTried(true);
    if (Object.keys(problems).length > 0) {
      showProblem();
      return;
    }
    if (!(await save())) {
      // Where it is said why.
      void Taro.pageScrollTo({ scrollTop: 0 });
      return;
    }
    const title = actionLabel(minutesMachine, 'circulate');
    const sent = await ask({
      title,
      text: MINUTES_WORDING.circulate.text,
      confirmLabel: title,
      onConfirm: (_, key) => moveMinutes(minutes.id, 'circulate', {}, key),
    });
    if (!sent) return;
    clear();
    await goBack();
  };

  return (
    <Page
      title="填写会议纪要"
      footer={
        <View className="minutes-editor__footer">
          <SaveStatus state={state} savedAt={savedAt} writers={writers} />
          <Button block text="保存并送核对" onPress={circulate} />
        </View>
      }
    >
      {restored && <Text className="minutes-editor__restored">已恢复上次没有保存的内容。</Text>}
      <ErrorNotice error={state === 'offline' ? null : error} />
      <HeldCard minutes={minutes} />
      <Section title="经过">
        <Card>
          <TextArea
            label="情况说明"
            max={MINUTES_LIMITS.textMax}
            value={form.situation}
            error={errors.situation}
            onChange={(situation) => change({ situation })}
          />
        </Card>
      </Section>
      <Section title="发言要点">
        <UnwrittenSpeeches points={form.points} onLeaveOut={(points) => change({ points })} />
        <PointsField
          name="points"
          itemName="发言"
          speakerLabel="发言人"
          speakerHint="姓名，或“居民代表”"
          programme={minutes.programme}
          value={form.points}
          errors={errors}
          onChange={(points) => change({ points })}
        />
      </Section>
      <Section title="部门回应">
        <PointsField
          name="departmentAnswers"
          itemName="回应"
          speakerLabel="部门"
          speakerHint="如：县住房和城乡建设局"
          programme={minutes.programme}
          value={form.departmentAnswers}
          errors={errors}
          onChange={(departmentAnswers) => change({ departmentAnswers })}
        />
      </Section>
      <Section title="结果">
        <Card>
          <TextListField
            label="达成的共识"
            hint="没有达成共识的，这里不写，在下面写明各方意见"
            itemName="共识"
            sortable
            max={MINUTES_LIMITS.itemsMax}
            itemMax={MINUTES_LIMITS.itemMax}
            value={form.consensus}
            error={errors.consensus}
            onChange={(consensus) => change({ consensus })}
          />
          <DissentField dissent={form.dissent} noDissent={form.noDissent} errors={errors} onChange={change} />
        </Card>
      </Section>
      <MinutesRecordView minutes={minutes} />
      <Section title="约定的任务">
        <AgreedTasksField
          region={minutes.township}
          value={form.tasks}
          errors={Object.fromEntries(
            Object.entries(errors).filter((entry): entry is [string, string] => entry[1] !== undefined),
          )}
          onChange={(tasks) => change({ tasks })}
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
            onChange={(photos) => change({ photos })}
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
