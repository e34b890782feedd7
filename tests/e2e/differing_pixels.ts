import type { Page } from '@playwright/test';

/** How many pixels of two pictures, given as PNG, are not exactly equal; all of them when the sizes differ. */
export function differingPixels(page: Page, first: Buffer, second: Buffer): Promise<number> {
  if (first.equals(second)) return Promise.resolve(0);
  return page.evaluate(
    async ([one, other]) => {
      const pixelsOf = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        if (context === null) throw new Error('no canvas');
        context.drawImage(bitmap, 0, 0);
        return new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
      };
      const [a, b] = [await pixelsOf(one ?? ''), await pixelsOf(other ?? '')];
      if (a.length !== b.length) return Math.max(a.length, b.length);
      return a.reduce((count, pixel, at) => count + (pixel === b[at] ? 0 : 1), 0);
    },
    [first.toString('base64'), second.toString('base64')],
  );
}
