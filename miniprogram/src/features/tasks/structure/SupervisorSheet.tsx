import type { PersonName } from '@consult/shared';
import { Button } from '@/components/Button';
import { FormSheet } from '@/components/FormSheet';
import { PersonField } from '@/features/sessions/PersonField';
import { useMoves } from '@/hooks/useMoves';
import { useSheetForm } from '@/hooks/useSheetForm';
import { appointSupervisor } from '../task-structure.api';
import type { SheetProps } from './section';

const REQUIRED = { people: '请选择督办领导' };

/** Names the leader who sees to a promise. */
export function SupervisorSheet({ task, onDone }: SheetProps) {
  const form = useSheetForm({ people: (task.supervisor ? [task.supervisor] : []) as PersonName[] }, REQUIRED);
  const { ask, sheet } = useMoves(() => onDone(true));
  const [person] = form.value.people;
  const nobody = () =>
    ask({
      title: '不再由领导督办',
      confirmLabel: '确定',
      onConfirm: (_, key) => appointSupervisor(task.id, {}, key),
    });
  return (
    <FormSheet
      title="明确督办领导"
      text="督办领导能看到办理的全过程，会收到退回、到期和超期的提醒，可以记录督办。"
      confirmLabel="确定"
      body={person ? { personId: person.id } : {}}
      problems={form.problems}
      send={(body, key) => appointSupervisor(task.id, body, key)}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <PersonField label="督办领导" required region={task.township} {...form.field('people', errors)} />
          {task.supervisor && <Button kind="text" icon="close" text="不再由领导督办" onPress={nobody} />}
          {sheet}
        </>
      )}
    </FormSheet>
  );
}
