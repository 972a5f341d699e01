import { Text } from '@tarojs/components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/Button';
import { ErrorNotice } from '@/components/ErrorNotice';
import { bringIntoView, useWrongFields, WrongFields } from '@/components/Field/wrong-fields';
import { Sheet } from '@/components/Sheet';
import { useSubmission } from '@/hooks/useSubmission';
import { Missing } from './Missing';
import './index.scss';

interface Props<Body> {
  title: string;
  /** What will follow from it. */
  text?: string;
  confirmLabel: string;
  danger?: boolean;
  /** What is filled in so far. */
  body: Body;
  /** What keeps it from being sent, by field; shown once sending was tried. */
  problems: Readonly<Record<string, string>>;
  /** Called first thing in the tap that sends it, for what WeChat allows only there. */
  onTap?(): unknown;
  send(body: Body, idempotencyKey: string): Promise<unknown>;
  /** True: it was sent, or was refused because the item stands elsewhere by now (409). */
  onDone(changed: boolean): void;
  /** The fields, given what is wrong with each. */
  children(errors: Readonly<Record<string, string>>): ReactNode;
}

/** A short form in a sheet, for a move that needs more than a reason (those use useConfirmSheet). */
export function FormSheet<Body>(props: Props<Body>) {
  const { title, text, confirmLabel, danger = false, body, problems, onTap, send, onDone, children } = props;
  // How often it was tried: what is missing is said again each time.
  const [tries, setTries] = useState(0);
  const { tell, wrong } = useWrongFields();
  const showFirst = useRef(false);
  const { submit, error, state } = useSubmission(async (content: Body, key: string) => {
    await send(content, key);
    return true;
  });

  useEffect(() => {
    const [first] = wrong;
    if (!showFirst.current || first === undefined) return;
    showFirst.current = false;
    bringIntoView(first);
  });

  const confirm = async () => {
    setTries((before) => before + 1);
    showFirst.current = true;
    if (Object.keys(problems).length > 0) return;
    const tapped = onTap?.();
    const sent = await submit(body);
    await tapped;
    if (sent) onDone(true);
  };
  const said = tries > 0 ? Object.values(problems) : [];
  const close = () => {
    if (state !== 'sending') onDone(error?.status === 409);
  };

  return (
    <Sheet
      open
      title={title}
      onClose={close}
      notice={tries > 0 && wrong.length + said.length > 0 && <Missing key={tries} wrong={wrong} said={said} />}
      footer={
        <>
          <Button block kind="secondary" text="取消" onPress={close} />
          <Button block kind={danger ? 'danger' : 'primary'} text={confirmLabel} onPress={confirm} />
        </>
      }
    >
      {text && <Text className="form-sheet__text">{text}</Text>}
      <WrongFields.Provider value={tell}>
        {children({ ...error?.fields, ...(tries > 0 ? problems : {}) })}
      </WrongFields.Provider>
      <ErrorNotice error={error} />
    </Sheet>
  );
}
