import {
  actorLabel,
  isShown,
  sayDate,
  type TaskVisitView,
  VISIT_FINDING_LABELS,
  type VisitFinding,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { PhotoGrid } from '@/components/PhotoGrid';
import { Section } from '@/components/Section';
import { Tag, type Tone } from '@/components/Tag';
import type { SectionProps } from '../structure/section';
import { useOwnSheet } from '../structure/useOwnSheet';
import './index.scss';
import { VisitSheet } from './VisitSheet';

const TONES: Readonly<Record<VisitFinding, Tone>> = { done: 'success', partly: 'warn', not_done: 'danger' };

/** Who went to see it and what they saw; and when what could not be done is looked at again. */
export function Visits({ task, now, onChanged }: SectionProps) {
  const { sheet, show } = useOwnSheet(onChanged);
  const { visits, visitMissing, canVisit, reviewAt, state } = task;
  const comesBack = state === 'deferred' && reviewAt !== null;
  if (visits.length === 0 && !visitMissing && !canVisit && !comesBack) return null;
  return (
    <Section title="查看与证据">
      {(visitMissing || canVisit || comesBack) && (
        <Card>
          {visitMissing && (
            <Text className="proof__hint">
              部门说已经办好，还没有人到现场看过。提出人、附议人、参会人或当地政协委员看过以后，才开始评议。
            </Text>
          )}
          {comesBack && (
            <Text className="proof__hint">现在还办不了，{sayDate(reviewAt, now)}再复核，复核过才能办结。</Text>
          )}
          {canVisit && (
            <Button
              block
              icon="camera"
              text="我去看过了"
              onPress={() => show((onDone) => <VisitSheet task={task} onDone={onDone} />)}
            />
          )}
        </Card>
      )}
      {visits.map((visit) => (
        <Visit key={visit.id} visit={visit} now={now} />
      ))}
      {sheet}
    </Section>
  );
}

function Visit({ visit, now }: { visit: TaskVisitView; now: number }) {
  const { finding, as, visitedAt, text, photos, isEarlier, mine, content = 'passed' } = visit;
  return (
    <Card>
      <View className="proof__tags">
        <Tag text={`看到：${VISIT_FINDING_LABELS[finding]}`} tone={TONES[finding]} />
        {isEarlier && <Tag text="上一次答复时" tone="neutral" />}
        {mine && <Tag text="我记的" tone="info" />}
      </View>
      <Text className="proof__text">{text ?? '写的话检查后显示。'}</Text>
      {text !== null && !isShown(content) && <Text className="proof__hint">正在检查，通过后别人才看得到。</Text>}
      <PhotoGrid photos={photos} />
      <Text className="proof__when">
        {actorLabel('task', as)} {sayDate(visitedAt, now)}到现场
      </Text>
    </Card>
  );
}
