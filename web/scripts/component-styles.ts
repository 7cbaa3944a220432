import { existsSync } from 'node:fs';
import type { Plugin } from 'vite';

const style = /@mantine\/core\/styles\/(\w+)\.layer\.css$/;
const component = /^(.*@mantine\/core)\/esm\/.*\/(\w+)\.module\.mjs$/;

/**
 * Holds the list of styles against the components that are in the build: each component brings its style, and no style
 * comes without its component.
 */
export function componentStyles(): Plugin {
  return {
    name: 'component-styles',
    apply: 'build',
    generateBundle(_, bundle) {
      const there = new Set([...this.getModuleIds()].flatMap((id) => style.exec(id)?.[1] ?? []));
      const needed = new Set<string>();
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(file.modules)) {
          const [, library, name] = component.exec(id) ?? [];
          if (name && renderedLength > 0 && existsSync(`${library}/styles/${name}.layer.css`)) needed.add(name);
        }
      }
      const missing = [...needed].filter((name) => !there.has(name));
      const idle = [...there].filter((name) => !needed.has(name) && /^[A-Z]/.test(name));
      if (missing.length > 0) this.error(`Components without their style: ${missing.join(', ')}`);
      if (idle.length > 0) this.error(`Styles without their component: ${idle.join(', ')}`);
    },
  };
}
