import {
  lengthOf,
  OPINION_LIMITS,
  type OpinionStatement,
  personalNumberHint,
  type StatementSubmitted,
} from '@consult/shared';
import { Text } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Button } from '@/components/Button';
import { FormSheet } from '@/components/FormSheet';
import { Sheet } from '@/components/Sheet';
import { TextArea } from '@/components/TextArea';
import { useSheetForm } from '@/hooks/useSheetForm';
import { say } from '@/services/say';
import { submitStatement } from './opinion.api';
import './say-sheet.scss';

const { statementMin: MIN, statementMax: MAX } = OPINION_LIMITS;

interface Props {
  roundId: string;
  /** Called once it is closed; true: something was sent. */
  onDone(sent: boolean): void;
}

/** Saying something oneself (我也说一条): one short thought that others can agree or disagree with. */
export function SaySheet({ roundId, onDone }: Props) {
  const form = useSheetForm({ text: '' }, {}, `opinion:${roundId}`);
  const [known, setKnown] = useState<OpinionStatement | null>(null);
  const said = useRef<StatementSubmitted | null>(null);
  const text = form.value.text.trim();
  const problem = lengthOf(text) < MIN ? `至少 ${MIN} 个字` : lengthOf(text) > MAX ? `最多 ${MAX} 字` : null;

  const send = async (body: { text: string }, key: string) => {
    said.current = await submitStatement(roundId, body, key);
    form.clear();
  };
  const done = (sent: boolean) => {
    if (said.current?.known && said.current.statement) {
      setKnown(said.current.statement);
      return;
    }
    if (sent && said.current) say('收到了，检查通过后请大家表态');
    onDone(sent);
  };
  if (known) return <KnownSheet statement={known} onClose={() => onDone(true)} />;
  return (
    <FormSheet
      title="我也说一条"
      text="一条只说一件事，说得别人能赞成或者反对。检查通过后，请大家表态；不显示您的名字。"
      confirmLabel="提交"
      body={{ text }}
      problems={problem === null ? {} : { text: problem }}
      send={send}
      onDone={done}
    >
      {(errors) => (
        <TextArea
          label="您的看法"
          required
          max={MAX}
          caution={personalNumberHint(text)}
          placeholder="如：晚上九点以后广场舞要调低音量"
          {...form.field('text', errors)}
        />
      )}
    </FormSheet>
  );
}

/** Somebody said the same before: the person can answer that. */
function KnownSheet({ statement, onClose }: { statement: OpinionStatement; onClose(): void }) {
  return (
    <Sheet open title="已经有人这样说了" onClose={onClose} footer={<Button block text="知道了" onPress={onClose} />}>
      <Text>
        第 {statement.no} 条：{statement.text}
      </Text>
      <Text className="say-sheet__hint">会请您对它表态；答过的可以在“我的回答”里看。</Text>
    </Sheet>
  );
}
