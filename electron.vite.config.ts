import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** The kiosk shell and the officer's page. There is no preload: the page speaks with the booth over its one door only. */
export default defineConfig({
  main: {
    build: { outDir: 'out/main', lib: { entry: 'electron/main.ts', formats: ['es'] } },
  },
  renderer: {
    root: join(import.meta.dirname, 'renderer/officer'),
    plugins: [react()],
    build: {
      outDir: join(import.meta.dirname, 'out/renderer'),
      emptyOutDir: true,
      minify: true,
      // The page's policy loads files of the door only: nothing may be folded into a data: address.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: join(import.meta.dirname, 'renderer/officer/index.html') },
    },
  },
});
