import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** The kiosk shell and the two pages: the staff's and the traveller's. There is no preload: a page speaks with the booth over its one door only. */
export default defineConfig({
  main: {
    build: { outDir: 'out/main', lib: { entry: 'electron/main.ts', formats: ['es'] } },
  },
  renderer: {
    root: join(import.meta.dirname, 'renderer'),
    plugins: [react()],
    build: {
      outDir: join(import.meta.dirname, 'out/renderer'),
      emptyOutDir: true,
      minify: true,
      // The page's policy loads files of the door only: nothing may be folded into a data: address.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: {
          index: join(import.meta.dirname, 'renderer/index.html'),
          traveller: join(import.meta.dirname, 'renderer/traveller.html'),
        },
      },
    },
  },
});
