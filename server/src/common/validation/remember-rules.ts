import { getMetadataStorage } from 'class-validator';

/**
 * class-validator looks at all DTOs there are for the rules of the one before it, at every request; they are the same
 * each time, as decorators declare them when their file is read. Rules that depend on groups are looked up as ever.
 */
export function rememberRules(): void {
  const storage = getMetadataStorage();
  const lookUp = storage.getTargetValidationMetadatas.bind(storage);
  const known = new WeakMap<object, Map<string, ReturnType<typeof lookUp>>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (groups !== undefined && groups.length > 0) return lookUp(target, schema, always, strictGroups, groups);
    const ofTarget = known.get(target) ?? new Map<string, ReturnType<typeof lookUp>>();
    known.set(target, ofTarget);
    const key = `${schema} ${always} ${strictGroups}`;
    const rules = ofTarget.get(key) ?? lookUp(target, schema, always, strictGroups, groups);
    ofTarget.set(key, rules);
    return rules;
  };
}
