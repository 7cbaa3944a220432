/**
 * The part of a service worker's world that ours uses. The types of pages and of workers cannot stand in one program,
 * so the few that a page does not know are written here.
 */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchMoment extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface PushMoment extends Lasting {
  readonly data: { text(): string } | null;
}

interface NoticePress extends Lasting {
  readonly notification: Notification;
}

interface MessageMoment extends Lasting {
  readonly data: unknown;
}

/** A tab of the application. */
interface Tab {
  readonly url: string;
  focus(): Promise<Tab>;
  navigate(url: string): Promise<Tab | null>;
}

interface Moments {
  install: Lasting;
  activate: Lasting;
  fetch: FetchMoment;
  push: PushMoment;
  notificationclick: NoticePress;
  message: MessageMoment;
}

export interface WorkerScope {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<Tab[]>;
    openWindow(url: string): Promise<Tab | null>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof Moments>(name: Name, listener: (moment: Moments[Name]) => void): void;
}
