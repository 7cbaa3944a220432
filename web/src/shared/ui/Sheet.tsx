import { Drawer, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** One small task over the page: from below on a phone, in the middle elsewhere. */
export function Sheet(props: { opened: boolean; onClose: () => void; title: string; children: ReactNode }) {
  const { t } = useTranslation();
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const common = {
    opened: props.opened,
    onClose: props.onClose,
    title: props.title,
    closeButtonProps: { 'aria-label': t('action.close') },
    // The library's header would be a second banner of the page.
    attributes: { header: { role: 'presentation' } },
    styles: {
      title: { fontWeight: 650, fontSize: '1.25rem' },
      // As high as its content on a phone, so that the page stays in sight above it.
      ...(isPhone && { content: { height: 'auto', width: '100%', maxHeight: '92dvh', flex: '0 1 auto' } }),
    },
  };
  return isPhone ? (
    <Drawer {...common} position="bottom" size="auto" radius="lg" overlayProps={{ backgroundOpacity: 0.45 }}>
      {props.children}
    </Drawer>
  ) : (
    <Modal {...common}>{props.children}</Modal>
  );
}
