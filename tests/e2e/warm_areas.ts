import type { Page } from '@playwright/test';

/** Width and height of the widest and of the highest connected area of red or amber in a picture given as PNG. */
export function largestWarmArea(page: Page, picture: Buffer): Promise<{ width: number; height: number }> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    // Strong colour whose red leads over its blue: the red and the amber of both themes, not their inks.
    const warm = (at: number) => (data[at * 4] ?? 0) - (data[at * 4 + 2] ?? 0) > 60;
    const seen = new Uint8Array(width * height);
    const largest = { width: 0, height: 0 };
    const measure = (start: number) => {
      const box = { left: width, right: 0, top: height, bottom: 0 };
      const open = [start];
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        if (seen[at] === 1 || !warm(at)) continue;
        seen[at] = 1;
        const x = at % width;
        const y = (at - x) / width;
        box.left = Math.min(box.left, x);
        box.right = Math.max(box.right, x);
        box.top = Math.min(box.top, y);
        box.bottom = Math.max(box.bottom, y);
        open.push(at - 1, at + 1, at - width, at + width);
      }
      largest.width = Math.max(largest.width, box.right - box.left + 1);
      largest.height = Math.max(largest.height, box.bottom - box.top + 1);
    };
    for (let at = 0; at < seen.length; at++) if (seen[at] === 0 && warm(at)) measure(at);
    return largest;
  }, picture.toString('base64'));
}
