import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

/** Deep water under palms: the colour of what is ours and of what can be done. White stands on shade 7 at 7.6:1, on shade 6 at 5.3:1. */
const palm: MantineColorsTuple = [
  '#e9f6f1',
  '#d2ebe2',
  '#a6d6c5',
  '#78c0a7',
  '#52ad8f',
  '#2f9477',
  '#157a63',
  '#0b5d51',
  '#084a41',
  '#053630',
];

/** Warm greys, so that white paper looks clean and not cold. */
const gray: MantineColorsTuple = [
  '#f8f8f5',
  '#f1f1ec',
  '#e6e7e1',
  '#d8dad3',
  '#c3c7bf',
  '#a2a89f',
  '#70786f',
  '#59625b',
  '#3a423d',
  '#1f2622',
];

const dark: MantineColorsTuple = [
  '#e4ebe7',
  '#c0ccc6',
  '#9aa9a2',
  '#71817a',
  '#3f4e48',
  '#2d3a35',
  '#1f2a26',
  '#18221e',
  '#101816',
  '#0a100e',
];

export const theme = createTheme({
  colors: { palm, gray, dark },
  primaryColor: 'palm',
  primaryShade: { light: 7, dark: 6 },
  black: '#1f2622',
  fontFamily: "'Onest Variable', system-ui, sans-serif",
  headings: {
    fontFamily: "'Onest Variable', system-ui, sans-serif",
    fontWeight: '650',
    sizes: {
      h1: { fontSize: 'clamp(1.5rem, 1.25rem + 1.2vw, 1.875rem)', lineHeight: '1.2' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.35' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  defaultRadius: 'md',
  radius: { sm: '6px', md: '10px', lg: '16px' },
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Badge: { defaultProps: { size: 'lg' } },
    // A notice goes by itself; a button to close it would have no name in the language of the screen.
    Notification: { defaultProps: { withCloseButton: false } },
    Anchor: { defaultProps: { underline: 'always' } },
    Modal: { defaultProps: { radius: 'lg', centered: true, overlayProps: { backgroundOpacity: 0.45 } } },
  },
});

/** Colours that the component library would take too pale to be read; all keep at least 4.5:1 on their ground. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--oasis-ground': '#fbfaf7',
    '--oasis-accent': '#0b5d51',
    '--oasis-line': '#dfe2db',
    '--oasis-sun': '#f2b84b',
    '--oasis-hatch': '#c3c7bf',
    '--oasis-free': '#d2ebe2',
    '--oasis-closed': '#f1f1ec',
    '--mantine-color-dimmed': '#59625b',
    '--mantine-color-placeholder': '#6b746d',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': '#0b5d51',
    '--mantine-color-yellow-light': '#fff4d6',
    '--mantine-color-yellow-light-color': '#6b4300',
    '--mantine-color-red-light': '#fdeceb',
    '--mantine-color-red-light-color': '#9c1f18',
    '--mantine-color-gray-light-color': '#3a423d',
    '--mantine-color-red-filled': '#b3261e',
    '--mantine-color-red-filled-hover': '#8f1d17',
  },
  dark: {
    '--oasis-ground': '#101816',
    '--oasis-accent': '#78c0a7',
    '--oasis-line': '#33413b',
    '--oasis-sun': '#f2b84b',
    '--oasis-hatch': '#4c5c55',
    '--oasis-free': '#23493e',
    '--oasis-closed': '#131c19',
    '--mantine-color-dimmed': '#a9b8b1',
    '--mantine-color-placeholder': '#93a29b',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-anchor': '#8fd3ba',
    '--mantine-color-yellow-light': '#3a3117',
    '--mantine-color-yellow-light-color': '#ffdf9e',
    '--mantine-color-red-light': '#43211f',
    '--mantine-color-red-light-color': '#ffb4ac',
    '--mantine-color-gray-light-color': '#c0ccc6',
    '--mantine-color-red-filled': '#c0392f',
    '--mantine-color-red-filled-hover': '#a52f26',
    '--mantine-color-palm-light': '#23493e',
    '--mantine-color-palm-light-hover': '#2b574a',
    '--mantine-color-palm-light-color': '#d2ebe2',
  },
});
