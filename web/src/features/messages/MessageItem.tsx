import { Button, Stack, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Message } from '../../shared/messages/reads';
import { viewerZone } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Icon } from '../../shared/ui/Icon';
import classes from './MessageItem.module.css';

/** One message: its title, and once opened what it says and where it leads. Opening it is reading it. */
export function MessageItem({ message, onRead }: { message: Message; onRead: (id: string) => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const [opened, { toggle }] = useDisclosure(false);
  const content = useId();
  const isUnread = message.readAt === null;
  const read = () => {
    if (isUnread) onRead(message.id);
  };
  return (
    <li className={`${classes.item ?? ''} ${isUnread ? (classes.unread ?? '') : ''}`} data-message={message.kind}>
      <UnstyledButton
        className={classes.opener}
        aria-expanded={opened}
        aria-controls={content}
        onClick={() => {
          toggle();
          read();
        }}
      >
        <span>
          {isUnread && (
            <>
              <span className={classes.dot} style={{ display: 'block' }} aria-hidden="true" />
              <VisuallyHidden>{t('messages.isNew')}</VisuallyHidden>
            </>
          )}
        </span>
        <span className={classes.title}>{message.title}</span>
        <Text span size="sm" c="dimmed">
          {words.time(Date.parse(message.sentAt), viewerZone())}
        </Text>
        <span className={classes.sign}>
          <Icon name="right" size={18} />
        </span>
      </UnstyledButton>
      <div id={content} className={classes.content} hidden={!opened}>
        <Stack gap="sm" align="flex-start">
          {message.text && <Text className={classes.words}>{message.text}</Text>}
          {message.details.length > 0 && (
            <dl className={classes.details}>
              {message.details.map(({ name, value }, index) => (
                <div key={index} style={{ display: 'contents' }}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          )}
          <Button component={Link} to={message.link} variant="light" onClick={read}>
            {message.action}
          </Button>
        </Stack>
      </div>
    </li>
  );
}
