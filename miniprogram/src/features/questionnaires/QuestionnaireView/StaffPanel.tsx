import { type QuestionnaireAction, type QuestionnaireDetail, questionnaireMachine, sayMoment } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Section } from '@/components/Section';
import { PlaceCode } from '@/features/links/PlaceCode';
import { ShareButton } from '@/features/links/ShareButton';
import { MoveButtons } from '@/features/moves/MoveButtons';
import { type Move, plainMove } from '@/features/moves/moves';
import { openPage } from '@/services/navigation';
import { moveQuestionnaire } from '../questionnaire.api';
import { QUESTIONNAIRE_PAGES } from '../questionnaire.pages';

interface Props {
  questionnaire: QuestionnaireDetail;
  onPreview(): void;
  onMoved(): void;
}

const WORDING: Readonly<Record<QuestionnaireAction, { text: string; kind?: Move['kind'] }>> = {
  open: { text: '发布后题目不能再改，有链接或二维码的人都能答，提出人和附议人会收到通知。' },
  close: { text: '结束后不再收答卷，所有人都能看到各项的数字。', kind: 'secondary' },
  drop: { text: '作废后不能恢复。', kind: 'danger' },
};

/** What those who look after a questionnaire do with it, and the code that people scan. */
export function StaffPanel({ questionnaire, onPreview, onMoved }: Props) {
  const { id, title, state, actions, canEdit, closesAt, takesAnswers } = questionnaire;
  const moves = actions.map((action) => {
    const when = action === 'open' ? `${sayMoment(closesAt, Date.now())}截止。` : '';
    const wording = { ...WORDING[action], text: `${when}${WORDING[action].text}` };
    return plainMove(questionnaireMachine, action, wording, (_, key) => moveQuestionnaire(id, action, key));
  });
  return (
    <>
      {(moves.length > 0 || canEdit || state === 'draft') && (
        <Section title="管理问卷">
          <Card>
            <MoveButtons of={`questionnaire:${id}`} moves={moves} onMoved={onMoved} />
            <View className="questionnaire-view__links">
              <Button kind="text" reads icon="search" text="预览" onPress={onPreview} />
              {canEdit && (
                <Button
                  kind="text"
                  icon="edit"
                  text="修改"
                  onPress={() => openPage(QUESTIONNAIRE_PAGES.edit, { id })}
                />
              )}
            </View>
          </Card>
        </Section>
      )}
      {takesAnswers && (
        <Section title="请大家来答">
          <Card>
            <View className="questionnaire-view__code">
              <PlaceCode
                path={QUESTIONNAIRE_PAGES.detail}
                query={{ id }}
                className="questionnaire-view__picture"
                label={`“${title}”的二维码`}
              />
              <Text>打印出来贴在楼道，或请人用手机扫一扫，就能答这份问卷。</Text>
              <ShareButton title={title} path={QUESTIONNAIRE_PAGES.detail} query={{ id }} />
            </View>
          </Card>
        </Section>
      )}
    </>
  );
}
