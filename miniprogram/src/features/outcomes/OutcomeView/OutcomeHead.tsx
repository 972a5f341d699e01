import { CONCLUSION_LABELS, fullDate, isAboutPublic, type OutcomeDetail, sayDate, stateLabel } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { Tag } from '@/components/Tag';
import { ShareButton } from '@/features/links/ShareButton';
import { MINUTES_PAGES } from '@/features/minutes/minutes.pages';
import { conclusionTone } from '@/features/minutes/minutes-tone';
import { openPage } from '@/services/navigation';
import { OUTCOME_PAGES } from '../outcome.pages';
import { outcomeTone } from '../outcome-tone';

/** What came out of it, where it is now, and what everyone reads first. */
export function OutcomeHead({ outcome, now }: { outcome: OutcomeDetail; now: number }) {
  const { title, conclusion, state, townshipName, publishedAt, documentNumber, summary, minutesCorrected } = outcome;
  const facts = [
    townshipName,
    publishedAt === null ? null : `${fullDate(publishedAt)}发布`,
    documentNumber && `文号 ${documentNumber}`,
  ].filter(Boolean);
  return (
    <>
      {minutesCorrected && (
        <Card
          label="会议纪要后来有更正，看现在的纪要"
          onTap={() => void openPage(MINUTES_PAGES.detail, { id: minutesCorrected.id })}
        >
          <Text>
            这项成果所依据的会议纪要，{sayDate(minutesCorrected.publishedAt, now)}更正为第 {minutesCorrected.version}{' '}
            版。点这里看现在的纪要。
          </Text>
        </Card>
      )}
      <Card>
        <View className="outcome-view__tags">
          <Tag text={CONCLUSION_LABELS[conclusion]} tone={conclusionTone(conclusion)} />
          <Tag text={stateLabel('outcome', state)} tone={outcomeTone(state)} />
        </View>
        <Text
          className="outcome-view__title"
          {...(process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': '2' } : {})}
        >
          {title}
        </Text>
        <Text className="outcome-view__facts">{facts.join(' · ')}</Text>
        <Text className="outcome-view__text">{summary === '' ? '公开摘要还没有填写' : summary}</Text>
        {publishedAt !== null && isAboutPublic(outcome.topics) && (
          <ShareButton title={title} path={OUTCOME_PAGES.detail} query={{ id: outcome.id }} />
        )}
      </Card>
    </>
  );
}
