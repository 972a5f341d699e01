import { lengthOf, type PersonName, REVEAL_REASON_LIMITS, type PhoneReveal as Revealed } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Sheet } from '@/components/Sheet';
import { Tappable } from '@/components/Tappable';
import { TextArea } from '@/components/TextArea';
import { useSubmission } from '@/hooks/useSubmission';
import { tellRefusal } from '@/services/wechat-refusal';
import { revealPhone, revealRecordedPhone } from '../account.api';
import './index.scss';

const USUAL = ['核实议题里的情况', '约时间上门查看', '通知参加协商', '告知办理结果'];

/** For those who handle something: the button that looks up a person's number, which its owner will know of. */
export function PhoneReveal({ person }: { person: PersonName }) {
  return (
    <RevealButton
      name={person.name}
      record={`查看会留下记录，${person.name}能看到是谁、为什么看的。`}
      reveal={(reason, key) => revealPhone(person.id, reason, key)}
    />
  );
}

/** For the convener: the number of whom a topic was recorded for. */
export function RecordedPhoneReveal({ topic }: { topic: { id: string; raiserName: string } }) {
  return (
    <RevealButton
      name={topic.raiserName}
      record="查看会留下记录，县政协和管理员能看到是谁、为什么看的。"
      reveal={(reason, key) => revealRecordedPhone(topic.id, reason, key)}
    />
  );
}

interface Reveal {
  name: string;
  /** Who will know that the number was looked up. */
  record: string;
  reveal(reason: string, idempotencyKey: string): Promise<Revealed>;
}

function RevealButton(props: Reveal) {
  const [open, setOpen] = useState(false);
  return (
    <View className="phone-reveal">
      <Button kind="secondary" icon="phone" text={`联系${props.name}`} onPress={() => setOpen(true)} />
      {open && <RevealSheet {...props} onClose={() => setOpen(false)} />}
    </View>
  );
}

/** Asks why, and shows the number for as long as the sheet is open. */
function RevealSheet({ name, record, reveal, onClose }: Reveal & { onClose(): void }) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [phone, setPhone] = useState<string | null>(null);
  const { submit, error, state } = useSubmission(reveal);
  const { min, max } = REVEAL_REASON_LIMITS;
  const length = lengthOf(reason.trim());
  const problem = length < min ? `请写明事由，至少 ${min} 个字` : null;

  const look = async () => {
    setTried(true);
    if (problem !== null || length > max) return;
    const answer = await submit(reason.trim());
    if (answer) setPhone(answer.phone);
  };
  const close = () => {
    // The number is on its way, and that somebody saw it is on record by then.
    if (state !== 'sending') onClose();
  };
  const call = async () => {
    if (phone === null) return;
    if (process.env.TARO_ENV === 'h5') window.location.href = `tel:${phone}`;
    else await Taro.makePhoneCall({ phoneNumber: phone }).catch(tellRefusal);
  };

  if (phone !== null) {
    return (
      <Sheet
        open
        title={`${name}的电话`}
        onClose={onClose}
        footer={
          <>
            <Button block kind="secondary" text="关闭" onPress={onClose} />
            <Button block icon="phone" text="拨打" onPress={call} />
          </>
        }
      >
        <Text className="phone-reveal__number">{phone.replace(/^(\d{3})(\d{4})/, '$1 $2 ')}</Text>
        <Text className="phone-reveal__note">只用于办这件事，不要转给别人。关闭后再看要重新写明事由。</Text>
      </Sheet>
    );
  }
  return (
    <Sheet
      open
      title="查看电话"
      onClose={close}
      footer={
        <>
          <Button block kind="secondary" text="取消" onPress={close} />
          <Button block text="查看" loading={state === 'sending'} onPress={look} />
        </>
      }
    >
      <Text className="phone-reveal__note">{record}</Text>
      <View className="phone-reveal__usual">
        {USUAL.map((usual) => (
          <Tappable key={usual} className="phone-reveal__reason" onTap={() => setReason(usual)}>
            <Text>{usual}</Text>
          </Tappable>
        ))}
      </View>
      <TextArea
        label="事由"
        required
        max={max}
        value={reason}
        error={tried ? (problem ?? error?.fields.reason) : null}
        onChange={setReason}
      />
      <ErrorNotice error={error} />
    </Sheet>
  );
}
