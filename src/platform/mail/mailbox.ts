import { Injectable } from '@nestjs/common';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { isId, newId } from '../../kernel/id';
import { Config } from '../config/config';

/** A mail that stayed in the house, as its recipient would see it. */
export interface KeptMail {
  id: string;
  /** The address, lower-cased; of several, all of them with commas between. */
  to: string;
  from: string;
  subject: string;
  sentAt: Date;
  /** With its angle brackets, as in the header. */
  messageId: string;
  text: string;
  html: string;
  attachments: { filename: string; contentType: string }[];
}

/** How many mails are kept; the oldest make room. */
export const mailboxSize = 500;

/**
 * The mails of an installation without a mail server of its own, one file each under `<data folder>/mailbox`, in the
 * form in which they went over the wire. Only for trying out: see `Config.usesMailbox`.
 */
@Injectable()
export class Mailbox {
  private readonly folder: string;
  /** Mails never change once written, so what was parsed once stays true. */
  private readonly parsed = new Map<string, KeptMail>();

  constructor(config: Config) {
    this.folder = join(config.dataFolder, 'mailbox');
  }

  /** Keeps one raw mail and lets the oldest beyond {@link mailboxSize} go. */
  async keep(raw: Buffer): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    // The name is a UUID of version 7: names sort by the time of arrival. Written aside first, never seen half done.
    const name = newId();
    const draft = join(this.folder, `${name}.part`);
    await writeFile(draft, raw, { mode: 0o600 });
    await rename(draft, this.path(name));
    for (const old of (await this.names()).slice(mailboxSize)) {
      await rm(this.path(old), { force: true });
      this.parsed.delete(old);
    }
  }

  /** The newest mails first; only those to an address when one is given. */
  async list(to?: string): Promise<KeptMail[]> {
    const mails: KeptMail[] = [];
    for (const name of await this.names()) {
      const mail = await this.find(name);
      if (mail && (to === undefined || mail.to.split(', ').includes(to.toLowerCase()))) mails.push(mail);
    }
    return mails;
  }

  /** One mail, or undefined when there is none of that id (any more). */
  async find(id: string): Promise<KeptMail | undefined> {
    if (!isId(id)) return undefined;
    const known = this.parsed.get(id);
    if (known) return known;
    const raw = await readFile(this.path(id)).catch(() => undefined);
    if (!raw) return undefined;
    const mail = await read(id, raw);
    this.parsed.set(id, mail);
    return mail;
  }

  private async names(): Promise<string[]> {
    const files = await readdir(this.folder).catch((): string[] => []);
    return files
      .filter((file) => file.endsWith('.eml'))
      .map((file) => file.slice(0, -'.eml'.length))
      .sort()
      .reverse();
  }

  private path(name: string): string {
    return join(this.folder, `${name}.eml`);
  }
}

async function read(id: string, raw: Buffer): Promise<KeptMail> {
  const mail = await PostalMime.parse(raw);
  const mailboxes = (mail.to ?? []).flatMap((entry) => entry.group ?? [entry]);
  return {
    id,
    to: mailboxes.map((mailbox) => mailbox.address.toLowerCase()).join(', '),
    from: mail.from?.address ?? '',
    subject: mail.subject ?? '',
    sentAt: new Date(mail.date ?? 0),
    messageId: mail.messageId ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    attachments: mail.attachments.map((attachment) => ({
      filename: attachment.filename ?? '',
      contentType: attachment.mimeType,
    })),
  };
}
