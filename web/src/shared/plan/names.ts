import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** The equipment that every language has a word for; a site may name other things, which are shown as written. */
export const knownFeatures = [
  'screen',
  'camera',
  'whiteboard',
  'flip-chart',
  'projector',
  '3d-printer',
  'vr-headset',
  'locker',
  'printer',
  'height-adjustable',
  'induction-loop',
  'step-free',
  'quiet',
  'window',
  'monitor',
] as const;

type Known = (typeof knownFeatures)[number];

function isKnown(feature: string): feature is Known {
  return (knownFeatures as readonly string[]).includes(feature);
}

/** The zones that every language has a word for. Zones named after a kind of place add nothing to it. */
const knownZones = ['open', 'quiet', 'stage', 'workshop'] as const;
const silentZones = ['rooms', 'booths', 'desks'];

/** A zone in the language of the screen, or nothing when its name says no more than the kind of place. */
export function useZoneNames(): (zone: string | null) => string[] {
  const { t } = useTranslation();
  return useCallback(
    (zone) => {
      if (zone === null || silentZones.includes(zone)) return [];
      const known = knownZones.find((one) => one === zone);
      return [known ? t(`zone.${known}`) : zone];
    },
    [t],
  );
}

/** Features in the language of the screen. */
export function useFeatureNames(): (features: string[]) => string[] {
  const { t } = useTranslation();
  return useCallback(
    (features) => features.map((one) => (isKnown(one) ? t(`feature.${one}`) : one.replaceAll('-', ' '))),
    [t],
  );
}
