import { Injectable } from '@nestjs/common';
import { LinkPurpose } from '../access/access.rules';
import { LinkSecrets } from '../access/link-secrets';
import { LocalDate } from '../kernel/site-time';
import { Config } from '../platform/config/config';

/** Where the buttons of letters lead: pages of the web application, with a secret where one is needed. */
@Injectable()
export class LetterLinks {
  constructor(
    private readonly config: Config,
    private readonly secrets: LinkSecrets,
  ) {}

  /** The page on which a link that was asked for is used. */
  forToken(tokenId: string, purpose: LinkPurpose): string {
    return this.secrets.linkFor(tokenId, purpose);
  }

  /** The reader's own bookings. */
  bookings(): string {
    return `${this.config.publicUrl}/bookings`;
  }

  /** Where the reader is signed in, the password and the second factor. */
  signIns(): string {
    return `${this.config.publicUrl}/settings/sign-ins`;
  }

  /** The reader's own application. */
  application(): string {
    return `${this.config.publicUrl}/apply`;
  }

  /** The reader's own offer or membership. */
  membership(): string {
    return `${this.config.publicUrl}/membership`;
  }

  /** The applications at a site, for those who run it: they may run several. */
  applications(siteId: string | undefined): string {
    return this.ofSite('/decisions', siteId);
  }

  /** The reader's own coaching: assignments, meetings, notes, tasks. */
  coaching(): string {
    return `${this.config.publicUrl}/coaching`;
  }

  /** Founders whom the reader is asked to coach. */
  coachRequests(): string {
    return `${this.config.publicUrl}/coach/requests`;
  }

  /** What clashes with the reader's calendar outside. */
  clashes(): string {
    return `${this.config.publicUrl}/coach/profile#clashes`;
  }

  /** The reader's calendar outside. */
  outsideCalendar(): string {
    return `${this.config.publicUrl}/coach/profile#outside`;
  }

  /** One meeting of the reader's. */
  session(id: string): string {
    return `${this.config.publicUrl}/coaching/sessions/${id}`;
  }

  /** The coaching of a site, for those who run it. */
  coachingOfSite(siteId: string | undefined): string {
    return this.ofSite('/assignments', siteId);
  }

  /** A day at a site, for those who run it; without a date the day on which it is read. */
  dayOfSite(slug: string, date?: LocalDate): string {
    const day = date === undefined ? '' : `&date=${date}`;
    return `${this.config.publicUrl}/site/day?site=${encodeURIComponent(slug)}${day}`;
  }

  /** Where one looks for a free place. */
  home(): string {
    return `${this.config.publicUrl}/`;
  }

  /** A screen at one site. What was told before sites were noted lies in the inbox without one: the screen chooses then. */
  private ofSite(path: string, siteId: string | undefined): string {
    const site = siteId === undefined ? '' : `?site=${siteId}`;
    return this.config.publicUrl + path + site;
  }
}
