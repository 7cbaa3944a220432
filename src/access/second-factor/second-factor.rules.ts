import { Role, RoleGrant } from '../../kernel/actor';

/** A secret that was shown has to be confirmed within so many minutes; long enough to install an app. */
export const enrolmentMinutes = 15;

/** Those who have power over others: what they can reach is not theirs alone to protect. */
const staff: readonly Role[] = ['manager', 'administrator'];

/** Whether somebody who holds these roles has to have a second factor, as the house is configured. */
export function isAskedOf(roles: readonly RoleGrant[], whom: 'everybody' | 'staff' | 'none'): boolean {
  if (whom === 'staff') return roles.some(({ role }) => staff.includes(role));
  return whom === 'everybody';
}
