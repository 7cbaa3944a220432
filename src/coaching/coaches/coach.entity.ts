import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LanguageLevel, Sector } from '../../memberships/intake/answers.rules';
import type { Stage } from '../../memberships/ventures/venture.rules';
import type { CoachStatus } from './coach.rules';
import type { ExpertiseLevel } from './expertise.rules';

/** A language that somebody speaks, coach or entrepreneur, in the levels of the Council of Europe. */
@Entity()
@Check('language_skill_language', `language ~ '^[a-z]{2}$'`)
@Check('language_skill_level', `level in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native')`)
export class LanguageSkill {
  @PrimaryColumn('uuid')
  @ForeignKey('Person')
  personId!: string;

  @PrimaryColumn('text')
  language!: string;

  @Column('text')
  level!: LanguageLevel;
}

/** What a coach says about coaching. The role at a site says that somebody is a coach there; this says how. */
@Entity()
@Check('coach_profile_status', `status in ('active', 'away')`)
@Check('coach_profile_places', `places between 0 and 99`)
@Check('coach_profile_notice', `minimum_notice_minutes between 0 and 43200`)
@Check('coach_profile_buffer', `buffer_minutes between 0 and 60`)
@Check('coach_profile_day', `longest_day_minutes between 15 and 1440`)
export class CoachProfile {
  @PrimaryColumn('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('text', { default: 'active' })
  status!: CoachStatus;

  @Column('text', { default: '' })
  headline!: string;

  @Column('text', { default: '' })
  about!: string;

  /** The clock of the weekly hours. */
  @Column('text')
  timeZone!: string;

  @Column('boolean', { default: true })
  remote!: boolean;

  /** The coach's own room for sessions over a link. */
  @Column('text', { nullable: true })
  remoteLink!: string | null;

  /** How many entrepreneurs at once; a lead assignment weighs 1, a specialist's half. PostgreSQL answers a text. */
  @Column('numeric', { precision: 4, scale: 1 })
  places!: string;

  /** The last date on which the coach is qualified; null while nobody has set one. */
  @Column('date', { nullable: true })
  qualifiedUntil!: string | null;

  @Column('boolean', { default: false })
  worksWithMinors!: boolean;

  @Column('text', { array: true, default: '{}' })
  sectors!: Sector[];

  @Column('text', { array: true, default: '{}' })
  stages!: Stage[];

  @Column('integer', { default: 720 })
  minimumNoticeMinutes!: number;

  /** Minutes that the coach needs after each session. */
  @Column('smallint', { default: 15 })
  bufferMinutes!: number;

  /** Minutes of sessions on one day of the coach's clock. */
  @Column('smallint', { default: 360 })
  longestDayMinutes!: number;

  /** Rises with each change; the ETag of the profile. */
  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** A site at which a coach meets people. */
@Entity()
@Index('coach_site_site', ['siteId'])
export class CoachSite {
  @PrimaryColumn('uuid')
  @ForeignKey('CoachProfile')
  coachId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('Site')
  siteId!: string;
}

/** A topic that a coach knows, how well, and what shows it. */
@Entity()
@Check('coach_expertise_level', `level in ('knows', 'practised', 'expert')`)
export class CoachExpertise {
  @PrimaryColumn('uuid')
  @ForeignKey('CoachProfile')
  coachId!: string;

  @PrimaryColumn('text')
  topic!: string;

  @Column('text')
  level!: ExpertiseLevel;

  @Column('text', { default: '' })
  evidence!: string;
}

export const coachEntities = [LanguageSkill, CoachProfile, CoachSite, CoachExpertise];
