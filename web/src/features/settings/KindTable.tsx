import { Checkbox, NativeSelect, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../shared/time/words';
import { Icon } from '../../shared/ui/Icon';
import classes from './KindTable.module.css';
import { channels, distances, withChannel, withKind } from './reminder-groups';
import type { Channel, KindPreference } from './reminder-groups';
import type { Choice } from './use-reminders';

interface Props {
  label: string;
  kinds: KindPreference[];
  onChange: (choice: Choice) => void;
}

/** Kinds of messages by where they appear: a box for each, and one for all of them at the top. */
export function KindTable({ label, kinds, onChange }: Props) {
  const { t } = useTranslation();
  const free = kinds.filter(({ canBeSwitchedOff }) => canBeSwitchedOff);
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>{t('reminders.what')}</VisuallyHidden>
          </th>
          {channels.map((channel) => (
            <th key={channel} scope="col" className={classes.cell}>
              {t(`reminders.channel.${channel}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {free.length > 1 && (
          <tr>
            <th scope="row" className={classes.group}>
              {t('reminders.all')}
            </th>
            {channels.map((channel) => (
              <td key={channel} className={classes.cell}>
                <AllOf
                  kinds={free}
                  channel={channel}
                  onChange={(on) => {
                    const names = free.map(({ kind }) => kind);
                    onChange((now) => withChannel(now, names, channel, on));
                  }}
                />
              </td>
            ))}
          </tr>
        )}
        {kinds.map((kind) => (
          <Row key={kind.kind} kind={kind} onChange={onChange} />
        ))}
      </tbody>
    </table>
  );
}

function AllOf({
  kinds,
  channel,
  onChange,
}: {
  kinds: KindPreference[];
  channel: Channel;
  onChange: (on: boolean) => void;
}) {
  const { t } = useTranslation();
  const able = kinds.filter(({ possibleChannels }) => possibleChannels.includes(channel));
  const on = able.filter((kind) => kind.channels.includes(channel)).length;
  if (able.length === 0) return null;
  return (
    <Checkbox
      aria-label={t('reminders.cell', { kind: t('reminders.all'), channel: t(`reminders.channel.${channel}`) })}
      checked={on === able.length}
      indeterminate={on > 0 && on < able.length}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

function Row({ kind, onChange }: Omit<Props, 'kinds' | 'label'> & { kind: KindPreference }) {
  const { t } = useTranslation();
  const words = useWords();
  const name = t(`messageKind.${kind.kind}`);
  return (
    <tr data-kind={kind.kind}>
      <th scope="row">
        {name}
        {!kind.canBeSwitchedOff && (
          <Text size="sm" c="dimmed">
            {t('reminders.always')}
          </Text>
        )}
        {kind.distance && kind.minutesBefore !== null && (
          <NativeSelect
            mt={6}
            size="sm"
            w="fit-content"
            aria-label={`${t('reminders.ahead')}: ${name}`}
            value={String(kind.minutesBefore)}
            data={distances(kind.distance, kind.minutesBefore).map((one) => ({
              value: String(one),
              label: words.length(one),
            }))}
            onChange={(event) => {
              const minutesBefore = Number(event.currentTarget.value);
              onChange((now) => withKind(now, { kind: kind.kind, minutesBefore }));
            }}
          />
        )}
      </th>
      {channels.map((channel) => (
        <td key={channel} className={classes.cell}>
          <Cell
            {...{ kind, name, channel }}
            onChange={(on) => onChange((now) => withChannel(now, [kind.kind], channel, on))}
          />
        </td>
      ))}
    </tr>
  );
}

interface CellProps {
  kind: KindPreference;
  name: string;
  channel: Channel;
  onChange: (on: boolean) => void;
}

function Cell({ kind, name, channel, onChange }: CellProps) {
  const { t } = useTranslation();
  const isPossible = kind.possibleChannels.includes(channel);
  if (isPossible && kind.canBeSwitchedOff) {
    return (
      <Checkbox
        aria-label={t('reminders.cell', { kind: name, channel: t(`reminders.channel.${channel}`) })}
        checked={kind.channels.includes(channel)}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  }
  return (
    <Text span c="dimmed">
      <Icon name={isPossible ? 'check' : 'minus'} />
      <VisuallyHidden>{isPossible ? t('reminders.always') : t('reminders.notThere')}</VisuallyHidden>
    </Text>
  );
}
