import { Badge, Checkbox, NativeSelect, Paper, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Booking } from '../../shared/api/views';
import { Row, Rows } from '../../shared/site/Rows';
import { useSentences } from '../../shared/refusals/sentences';
import { localDate, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { cancels, lastResorts, moves, treatments } from './decision';
import type { Deciding, Treatment } from './decision';
import type { RulePreview } from './reads';

interface Props {
  preview: Pick<RulePreview, 'affectedBookings' | 'effects'> & Partial<Pick<RulePreview, 'affectedSessions'>>;
  timeZone: string;
  value: Deciding;
  onChange: (value: Deciding) => void;
}

/** The bookings in the way of a change, why each is, and what is to become of them: together, or one by one. */
export function Conflicts({ preview, timeZone, value, onChange }: Props) {
  const { t } = useTranslation();
  const { affectedBookings: bookings, effects, affectedSessions = [] } = preview;
  if (bookings.length === 0 && affectedSessions.length === 0)
    return (
      <Text data-affected={0} c="dimmed">
        {t('site.conflict.none')}
      </Text>
    );
  return (
    <Paper withBorder radius="lg" p="md" data-affected={bookings.length}>
      <Stack>
        {bookings.length > 0 && (
          <>
            <Radio.Group
              label={t('site.conflict.inTheWay', { count: bookings.length })}
              value={value.onConflict}
              onChange={(chosen) => onChange({ ...value, onConflict: treatmentOf(chosen) ?? 'exempt', choices: {} })}
            >
              <Stack gap="xs" mt="xs">
                {treatments.map((one) => (
                  <Radio
                    key={one}
                    value={one}
                    label={t(`site.conflict.all.${one}`)}
                    description={t(`site.conflict.about.${one}`)}
                  />
                ))}
              </Stack>
            </Radio.Group>
            <Rows>
              {bookings.map((booking) => (
                <InTheWay
                  key={booking.id}
                  booking={booking}
                  effect={effects.find(({ bookingId }) => bookingId === booking.id)}
                  timeZone={timeZone}
                  chosen={value.choices[booking.id] ?? value.onConflict}
                  otherwise={value.otherwise}
                  onChoose={(one) => onChange({ ...value, choices: { ...value.choices, [booking.id]: one } })}
                />
              ))}
            </Rows>
            {moves(value) && (
              <NativeSelect
                maw={360}
                label={t('site.conflict.otherwise')}
                value={value.otherwise}
                onChange={(event) =>
                  onChange({ ...value, otherwise: event.currentTarget.value === 'apply' ? 'apply' : 'exempt' })
                }
                data={lastResorts.map((one) => ({ value: one, label: t(`site.conflict.last.${one}`) }))}
              />
            )}
          </>
        )}
        {affectedSessions.length > 0 && (
          <Checkbox
            label={t('site.conflict.sessions', { count: affectedSessions.length })}
            checked={value.callsOff}
            onChange={(event) => onChange({ ...value, callsOff: event.currentTarget.checked })}
          />
        )}
        {cancels(value) && (
          <Textarea
            label={t('site.reason')}
            description={t('site.reasonRead')}
            autosize
            maxLength={300}
            value={value.reason}
            onChange={(event) => onChange({ ...value, reason: event.currentTarget.value })}
          />
        )}
      </Stack>
    </Paper>
  );
}

interface InTheWayProps {
  booking: Booking;
  effect: RulePreview['effects'][number] | undefined;
  timeZone: string;
  chosen: Treatment;
  otherwise: Deciding['otherwise'];
  onChoose: (treatment: Treatment) => void;
}

function InTheWay({ booking, effect, timeZone, chosen, otherwise, onChoose }: InTheWayProps) {
  const { t } = useTranslation();
  const words = useWords();
  const sentence = useSentences(timeZone);
  const when = (period: { start: string; end: string }) =>
    `${words.fullDate(localDate(spanOf(period).start, timeZone))}, ${words.span(spanOf(period), timeZone)}`;
  return (
    <Row
      icon={booking.resource.kind}
      name={booking.resource.name}
      deeds={
        <NativeSelect
          size="sm"
          aria-label={t('site.conflict.become', { place: booking.resource.name, when: when(booking) })}
          value={chosen}
          onChange={(event) => onChoose(treatmentOf(event.currentTarget.value) ?? 'exempt')}
          data={treatments.map((value) => ({ value, label: t(`site.conflict.one.${value}`) }))}
        />
      }
    >
      <Text fw={650}>{booking.resource.name}</Text>
      <Text>{[when(booking), booking.title].filter(Boolean).join(' · ')}</Text>
      {effect && (
        <Text size="sm" c="dimmed">
          {effect.because.map((refusal) => sentence(refusal).why).join(' ')}
        </Text>
      )}
      {chosen === 'rebook' &&
        (effect?.rebooking ? (
          <Text size="sm">
            {t('site.conflict.movesTo', { place: effect.rebooking.name, when: when(effect.rebooking) })}
          </Text>
        ) : (
          <Badge color={otherwise === 'apply' ? 'red' : 'yellow'} variant="light" tt="none">
            {t(`site.conflict.noRebooking.${otherwise}`)}
          </Badge>
        ))}
    </Row>
  );
}

function treatmentOf(text: string): Treatment | undefined {
  return treatments.find((one) => one === text);
}
