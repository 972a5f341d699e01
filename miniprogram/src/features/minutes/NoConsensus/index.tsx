import { type AfterNoConsensus, NO_CONSENSUS_TEXT } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { OPINION_PAGES } from '@/features/opinion/opinion.pages';
import { OUTCOME_PAGES } from '@/features/outcomes/outcome.pages';
import { SESSION_PAGES } from '@/features/sessions/session.pages';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { openPage } from '@/services/navigation';
import './index.scss';

/** Says in plain words that nothing was agreed; with what can be begun now, for who may begin it. */
export function NoConsensus({ steps = [] }: { steps?: readonly AfterNoConsensus[] }) {
  return (
    <View className="no-consensus">
      <View className="no-consensus__head">
        <Icon name="warning" />
        <Text className="no-consensus__words">{NO_CONSENSUS_TEXT}，各方意见如实记录在纪要里。</Text>
      </View>
      {steps.length > 0 && (
        <>
          <Text className="no-consensus__ask">下一步怎么办，请选一样：</Text>
          {steps.map((step) => (
            <Button
              key={JSON.stringify(step)}
              block
              kind="secondary"
              text={LABELS[step.step]}
              onPress={() => begin(step)}
            />
          ))}
        </>
      )}
    </View>
  );
}

const LABELS: Readonly<Record<AfterNoConsensus['step'], string>> = {
  session: '再开一次协商会',
  opinion_round: '发起网络议政，听大家的意见',
  send_up: '写成成果报告，提请上级',
  close: '说明理由，结束这个议题',
};

/** Where each step is taken. */
const begin = (step: AfterNoConsensus): Promise<void> => {
  switch (step.step) {
    case 'session':
      return openPage(SESSION_PAGES.edit, { topicId: step.topicIds.join(',') });
    case 'opinion_round':
      return openPage(OPINION_PAGES.edit, { topicId: step.topicId });
    case 'send_up':
      return openPage(OUTCOME_PAGES.detail, { id: step.outcomeId });
    case 'close':
      return openPage(TOPIC_PAGES.detail, { id: step.topicId });
  }
};
