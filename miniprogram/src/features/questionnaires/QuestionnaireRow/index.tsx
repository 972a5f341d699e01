import { type QuestionnaireSummary, sayMoment } from '@consult/shared';
import { SummaryRow } from '@/components/SummaryRow';
import { questionnaireTag } from '../questionnaire-tone';

interface Props {
  questionnaire: QuestionnaireSummary;
  /** ms since 1970 */
  now: number;
  onTap(): void;
}

/** One questionnaire in a list. */
export function QuestionnaireRow({ questionnaire, now, onTap }: Props) {
  const { title, anonymous, closesAt, answers } = questionnaire;
  return (
    <SummaryRow
      title={title}
      tags={[questionnaireTag(questionnaire, now), { text: anonymous ? '不记名' : '记名' }]}
      facts={[`${sayMoment(closesAt, now)}截止`, answers === null ? null : `已答 ${answers} 份`]}
      onTap={onTap}
    />
  );
}
