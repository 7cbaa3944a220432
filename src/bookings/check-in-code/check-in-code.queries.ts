import { Injectable } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Missing } from '../../kernel/errors';
import { instant } from '../../kernel/period';
import { Config } from '../../platform/config/config';
import { Database } from '../../platform/database/database';
import { Page } from '../../platform/http/page';
import { qrPicture } from '../../platform/qr-picture';
import { insistOnManaging } from '../../sites/site.rules';
import { codeIn, grouped } from './check-in-code.rules';
import { CheckInCodeView, CodedPlaceView } from './check-in-code.view';
import { CodeKeeper } from './code-keeper';

/** A place that a code lies on. */
export interface CodedPlace {
  resourceId: string;
  resourceName: string;
  kind: string;
  siteId: string;
  siteName: string;
  timeZone: string;
}

interface CodeRow {
  id: string;
  name: string;
  kind: string;
  zone: string | null;
  sealed: Buffer | null;
  issuedAt: Date | null;
}

/** The codes that lie on desks. */
@Injectable()
export class CheckInCodeQueries {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly keeper: CodeKeeper,
  ) {}

  /** The codes of a site's places, to be printed. @throws Missing when there is no such site; Forbidden `role_required` */
  async list(actor: Actor, siteId: string): Promise<Page<CheckInCodeView>> {
    const known = await this.database.read('select 1 from site where id = $1', [siteId]);
    if (known.length === 0) throw new Missing('site');
    insistOnManaging(actor, siteId);
    const rows = await this.database.read<CodeRow>(
      `select r.id, r.name, r.kind, r.zone, c.sealed, c.issued_at as "issuedAt"
       from resource r left join check_in_code c on c.resource_id = r.id
       where r.site_id = $1 and r.status = 'active' order by r.kind, r.name, r.id`,
      [siteId],
    );
    return { items: rows.map((row) => this.view(row)), next: null };
  }

  /** What the code of a place says to anybody. @throws Missing for every other text */
  async place(text: string): Promise<CodedPlaceView> {
    const { resourceName, kind, siteName } = await this.find(text);
    return { resource: resourceName, kind, site: siteName };
  }

  /** The place that a code lies on. @throws Missing when it is none, an old one, or of a place that is not in use */
  async find(text: string): Promise<CodedPlace> {
    const code = codeIn(text);
    const [place] = await this.database.read<CodedPlace>(
      `select r.id as "resourceId", r.name as "resourceName", r.kind, s.id as "siteId", s.name as "siteName",
              s.time_zone as "timeZone"
       from check_in_code c join resource r on r.id = c.resource_id join site s on s.id = r.site_id
       where c.code_hash = $1 and r.status = 'active' and s.status = 'active'`,
      [this.keeper.hash(code ?? '')],
    );
    if (!place) throw new Missing('code');
    return place;
  }

  private view({ id, name, kind, zone, sealed, issuedAt }: CodeRow): CheckInCodeView {
    const opened = sealed === null ? undefined : this.keeper.open(sealed, id);
    const code = opened === undefined ? null : grouped(opened);
    const address = code === null ? null : `${this.config.publicUrl}/c/${code}`;
    return {
      resource: { id, name, kind },
      zone,
      code,
      address,
      svg: address === null ? null : qrPicture(address),
      issuedAt: issuedAt && instant(issuedAt),
    };
  }
}
