import { ApiProperty } from '@nestjs/swagger';
import { Role, roles } from '../kernel/actor';
import { instant } from '../kernel/period';
import { Choice, Email, Id, Instant, Text, ZoneField } from '../platform/http/fields';
import { PageQuery } from '../platform/http/page';
import { ListedPerson, OwnProfile } from './people.queries';
import { Locale, locales } from './people.rules';
import { ListedGrant } from './role-grants.queries';

/** A role and the site at which it is held. */
export class RoleView {
  @ApiProperty({ enum: roles })
  role!: Role;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'null: everywhere' })
  siteId!: string | null;
}

/** A person as they see themselves. */
export class ProfileView implements OwnProfile {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'email' })
  email!: string;

  @ApiProperty()
  fullName!: string;

  @ApiProperty({ enum: locales })
  locale!: Locale;

  @ApiProperty({ type: 'string', nullable: true, description: 'IANA name; null: times are shown on the site’s clock' })
  timeZone!: string | null;

  @ApiProperty({ description: 'rises with each change; send it as If-Match when changing' })
  version!: number;

  @ApiProperty({ type: [RoleView] })
  roles!: RoleView[];
}

/** Changes of what a person says about themselves; what is left out stays. */
export class EditProfile {
  @Text({ optional: true, max: 120 })
  fullName?: string;

  @Choice(locales, { optional: true })
  locale?: Locale;

  @ZoneField({ optional: true, nullable: true })
  timeZone?: string | null;
}

/** A wish to be erased. */
export class ErasureRequestView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'date-time' })
  requestedAt!: string;

  @ApiProperty({ format: 'date', description: 'the last day for an answer' })
  dueOn!: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  answeredAt!: string | null;

  @ApiProperty({ type: 'string', enum: ['granted', 'refused'], nullable: true })
  outcome!: 'granted' | 'refused' | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'the reason, when it was refused' })
  answer!: string | null;
}

/** The wishes of one person. */
export class ErasureRequestList {
  @ApiProperty({ type: [ErasureRequestView] })
  items!: ErasureRequestView[];

  @ApiProperty({ type: 'string', nullable: true })
  next!: string | null;
}

/** A person as administrators see them. */
export class PersonView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'email' })
  email!: string;

  @ApiProperty()
  fullName!: string;

  @ApiProperty({ enum: ['active', 'disabled', 'erased'] })
  status!: string;

  @ApiProperty()
  emailVerified!: boolean;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

/** What an administrator may show of a person. */
export function personView(person: ListedPerson): PersonView {
  const { id, email, fullName, status, emailVerified, createdAt } = person;
  return { id, email, fullName, status, emailVerified, createdAt: instant(createdAt) };
}

/** Which people to list. */
export class PeopleQuery extends PageQuery {
  @Text({ optional: true, max: 120, description: 'part of a name or an address' })
  search?: string;
}

/** One page of people. */
export class PeoplePage {
  @ApiProperty({ type: [PersonView] })
  items!: PersonView[];

  @ApiProperty({ type: 'string', nullable: true })
  next!: string | null;
}

/** A role to be given. */
export class GrantRole {
  @Email({ description: 'of a person who has an account' })
  email!: string;

  @Choice(roles)
  role!: Role;

  @Id({ nullable: true, description: 'null for an administrator, and only then' })
  siteId!: string | null;

  @Instant({ optional: true, nullable: true, description: 'when the role ends by itself' })
  endsAt?: Date | null;
}

/** Which grants to list; each member narrows. */
export class RoleGrantsQuery extends PageQuery {
  @Id({ optional: true })
  siteId?: string;

  @Id({ optional: true })
  personId?: string;

  @Choice(roles, { optional: true })
  role?: Role;
}

/** The holder of a role. */
export class RoleHolderView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  fullName!: string;

  @ApiProperty({ format: 'email' })
  email!: string;
}

/** A role that somebody holds. */
export class RoleGrantView extends RoleView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: RoleHolderView })
  person!: RoleHolderView;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  endsAt!: string | null;
}

/** What those who may grant roles see of a grant. */
export function roleGrantView(grant: ListedGrant): RoleGrantView {
  const { id, role, siteId, person, createdAt, endsAt } = grant;
  return {
    id,
    role,
    siteId,
    person: { id: person.id, fullName: person.fullName, email: person.email },
    createdAt: instant(createdAt),
    endsAt: endsAt === null ? null : instant(endsAt),
  };
}

/** One page of grants. */
export class RoleGrantsPage {
  @ApiProperty({ type: [RoleGrantView] })
  items!: RoleGrantView[];

  @ApiProperty({ type: 'string', nullable: true })
  next!: string | null;
}
