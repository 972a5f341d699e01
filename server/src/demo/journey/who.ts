import type { Role } from '@consult/shared';

/** Somebody of the township that a story is about, or of its county. */
export type Who =
  | { readonly role: Exclude<Role, 'department'>; readonly nth: number }
  | { readonly department: string };

export const convener: Who = { role: 'convener', nth: 0 };
export const partyCommittee: Who = { role: 'party_committee', nth: 0 };
export const countyOffice: Who = { role: 'county_office', nth: 0 };

/** The first two of a township's residents can be signed in as. */
export const resident = (nth: number): Who => ({ role: 'resident', nth });

/** The first of a township's members can be signed in as. */
export const member = (nth: number): Who => ({ role: 'member', nth });

/** Whoever works for a department of the county, by its name without 区 or 县, or for the township's government. */
export const department = (name: string): Who => ({ department: name });

/** The township's own government (乡镇政府、街道办事处). */
export const GOVERNMENT = '本级政府';
export const government: Who = department(GOVERNMENT);
