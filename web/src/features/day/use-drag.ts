import { useCallbackRef } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import type { DayRow } from '../../shared/api/views';
import { freeSpans, step, takenOf } from '../../shared/booking/plan';
import { minute, spanOf } from '../../shared/time/site-time';
import type { Span } from '../../shared/time/site-time';

/** Where a booking would come to lie. */
export interface Landing {
  bookingId: string;
  resourceId: string;
  span: Span;
  isFree: boolean;
}

interface Begun {
  bookingId: string;
  row: DayRow;
  span: Span;
  x: number;
  y: number;
  /** How much time one pixel of the track is. */
  perPixel: number;
}

/** Closer than this, in pixels, a press is a press and no drag. */
const threshold = 6;

/**
 * Drags one's own bookings along the hours and from place to place, by mouse, pen or finger. Only places of the same kind
 * take them. Escape puts them back.
 */
export function useDrag(rows: DayRow[], ahead: Span[], dayLength: number, onDrop: (landing: Landing) => Promise<void>) {
  const begun = useRef<Begun>(undefined);
  const hasMoved = useRef(false);
  const [landing, setLanding] = useState<Landing>();
  const isDragging = landing !== undefined;

  useEffect(() => {
    if (!isDragging) return;
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      begun.current = undefined;
      setLanding(undefined);
    };
    document.addEventListener('keydown', escape);
    return () => document.removeEventListener('keydown', escape);
  }, [isDragging]);

  function landingAt(x: number, y: number, from: Begun): Landing {
    const under = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-place]')?.dataset.place;
    const row =
      rows.find(({ resource }) => resource.id === under && resource.kind === from.row.resource.kind) ?? from.row;
    const shift = Math.round(((x - from.x) * from.perPixel) / (step * minute)) * step * minute;
    const span = { start: from.span.start + shift, end: from.span.end + shift };
    const others = takenOf(row).filter((one) => one.bookingId !== from.bookingId);
    const isFree = freeSpans(ahead, others).some((rest) => rest.start <= span.start && span.end <= rest.end);
    return { bookingId: from.bookingId, resourceId: row.resource.id, span, isFree };
  }

  const begin = useCallbackRef((event: PointerEvent<HTMLElement>, row: DayRow, bookingId: string) => {
    const track = event.currentTarget.closest<HTMLElement>('[data-place]');
    const taken = row.occupied.find((one) => one.bookingId === bookingId);
    if (!track || !taken || event.button !== 0) return;
    hasMoved.current = false;
    const perPixel = dayLength / track.getBoundingClientRect().width;
    begun.current = { bookingId, row, span: spanOf(taken), x: event.clientX, y: event.clientY, perPixel };
    event.currentTarget.setPointerCapture(event.pointerId);
  });

  const drag = useCallbackRef((event: PointerEvent<HTMLElement>) => {
    const from = begun.current;
    if (!from) return;
    if (!hasMoved.current && Math.hypot(event.clientX - from.x, event.clientY - from.y) < threshold) return;
    hasMoved.current = true;
    setLanding(landingAt(event.clientX, event.clientY, from));
  });

  const drop = useCallbackRef((event: PointerEvent<HTMLElement>) => {
    const from = begun.current;
    begun.current = undefined;
    if (!from || !hasMoved.current) return;
    const there = landingAt(event.clientX, event.clientY, from);
    const isSame = there.resourceId === from.row.resource.id && there.span.start === from.span.start;
    setLanding(isSame ? undefined : there);
    if (!isSame) void onDrop(there).finally(() => setLanding(undefined));
  });

  /** The handlers of one of one's own bookings; always the same function, so that no line is drawn anew for it. */
  const handle = useCallback(
    (row: DayRow, bookingId: string) => ({
      draggable: false,
      onPointerDown: (event: PointerEvent<HTMLElement>) => begin(event, row, bookingId),
      onPointerMove: drag,
      onPointerUp: drop,
      onPointerCancel() {
        begun.current = undefined;
        setLanding(undefined);
      },
      /** The press that ends a drag is no press on what was dragged. */
      onClick(event: { preventDefault: () => void }) {
        if (hasMoved.current) event.preventDefault();
        hasMoved.current = false;
      },
    }),
    [begin, drag, drop],
  );

  return { landing, handle };
}
