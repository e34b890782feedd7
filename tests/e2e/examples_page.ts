import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig, preview } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..', 'renderer', 'examples');

/** The page of examples, built as the product's page is and served on a loopback port of its own. */
export interface ExamplesPage {
  readonly url: string;
  close(): Promise<void>;
}

export async function serveExamples(): Promise<ExamplesPage> {
  const outDir = mkdtempSync(join(tmpdir(), 'booth-examples-'));
  const shared: InlineConfig = { root: ROOT, configFile: false, logLevel: 'warn', plugins: [react()] };
  await build({ ...shared, build: { outDir, emptyOutDir: true, assetsInlineLimit: 0 } });
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('the page of examples has no address');
  return {
    url,
    close: async () => {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
