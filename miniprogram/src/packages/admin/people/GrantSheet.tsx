import { type GrantInput, grantableRoles, type PersonName } from '@consult/shared';
import { FormSheet } from '@/components/FormSheet';
import { giveRole } from '@/features/admin/grants.api';
import { type ChosenRole, grantOf, NO_ROLE, RoleFields, roleProblems } from '@/features/admin/RoleFields';
import { useSheetForm } from '@/hooks/useSheetForm';
import { useSession } from '@/services/session';

interface Props {
  county: string;
  person: PersonName;
  onDone(changed: boolean): void;
}

/** Gives somebody a role, with the township or the department that goes with it. */
export function GrantSheet({ county, person, onDone }: Props) {
  const { grants } = useSession();
  const form = useSheetForm<ChosenRole>(NO_ROLE, {});
  return (
    <FormSheet
      title={`授予${person.name}身份`}
      text="马上生效，并记入变动记录。"
      confirmLabel="授予"
      body={grantOf(form.value, county)}
      problems={roleProblems(form.value)}
      send={(grant, key) => giveRole(person.id, grant as GrantInput, key)}
      onDone={onDone}
    >
      {(errors) => <RoleFields county={county} roles={grantableRoles(grants)} form={form} errors={errors} />}
    </FormSheet>
  );
}
