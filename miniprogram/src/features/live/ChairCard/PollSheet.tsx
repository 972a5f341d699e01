import { DEFAULT_POLL_OPTIONS, LIVE_LIMITS, SHOW_OF_HANDS_TEXT } from '@consult/shared';
import { useState } from 'react';
import { FormSheet } from '@/components/FormSheet';
import { TextField } from '@/components/TextField';
import { filledLines, TextListField } from '@/components/TextListField';
import { doLive } from '../live.api';
import type { Live } from '../useLive';

/** Starts a show of hands. */
export function PollSheet({ live, onDone }: { live: Live; onDone(): void }) {
  const [question, setQuestion] = useState('');
  const [options, setOptions] = useState<string[]>([...DEFAULT_POLL_OPTIONS]);
  const body = { question: question.trim(), options: filledLines(options) };
  const problems = {
    ...(body.question === '' ? { question: '请填写要表态的问题' } : {}),
    ...(body.options.length < LIVE_LIMITS.optionsMin ? { options: `至少要有 ${LIVE_LIMITS.optionsMin} 个选项` } : {}),
  };
  return (
    <FormSheet
      title={`发起${SHOW_OF_HANDS_TEXT}`}
      text="参会人在自己的手机上选；没有手机的当场举手，由主持人或记录人点数，记为现场计数。只公布各有多少人，不公布谁选了什么。"
      confirmLabel="开始表态"
      body={body}
      problems={problems}
      send={(content, key) => doLive(live.sessionId, 'polls', content, key)}
      onDone={() => {
        live.lookAgain();
        onDone();
      }}
    >
      {(errors) => (
        <>
          <TextField
            label="要表态的问题"
            required
            max={LIVE_LIMITS.questionMax}
            value={question}
            error={errors.question}
            onChange={setQuestion}
          />
          <TextListField
            label="选项"
            required
            itemName="选项"
            max={LIVE_LIMITS.optionsMax}
            itemMax={LIVE_LIMITS.optionMax}
            value={options}
            error={errors.options}
            onChange={setOptions}
          />
        </>
      )}
    </FormSheet>
  );
}
