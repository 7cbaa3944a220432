/** The roles of the house. Every role but `administrator` is held at one site. */
export const roles = ['entrepreneur', 'coach', 'manager', 'observer', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** A role held at a site, or everywhere when `siteId` is null. */
export interface RoleGrant {
  role: Role;
  siteId: string | null;
}

/** Who is acting: read from the database on each request, passed explicitly, never looked up from ambient state. */
export class Actor {
  constructor(
    readonly personId: string,
    readonly sessionId: string | null,
    readonly roles: readonly RoleGrant[],
    readonly locale: string = 'en',
    readonly timeZone: string | null = null,
  ) {}

  /** Whether the actor holds the role at the site (or everywhere). Administrators do not silently hold other roles. */
  holds(role: Role, siteId: string): boolean {
    return this.roles.some((grant) => grant.role === role && (grant.siteId === siteId || grant.siteId === null));
  }

  /** Whether the actor holds any of the roles at whatever site. */
  holdsAny(wanted: readonly Role[]): boolean {
    return this.roles.some((grant) => wanted.includes(grant.role));
  }

  /** Whether the actor runs the site: its manager, or an administrator. */
  manages(siteId: string): boolean {
    return this.isAdministrator || this.holds('manager', siteId);
  }

  get isAdministrator(): boolean {
    return this.roles.some((grant) => grant.role === 'administrator');
  }
}

/** The actor of what happens by itself: no person, no role. */
export const theHouse = new Actor('00000000-0000-0000-0000-000000000000', null, []);
