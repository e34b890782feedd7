import type { Dock } from '../ports/lane_devices.ts';
import type { Api, ApiParts } from './authorise.ts';

/** An invented document that the dev dock can lay on the simulated reader. */
export interface DemoDocument {
  readonly id: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly kind: string;
  readonly lines: readonly string[];
}

/** An invented code that the dev dock can show to the simulated scanner. */
interface DemoCode {
  readonly id: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly text: string;
}

/** What lies beside a training lane. */
export interface DemoThings {
  readonly documents: readonly DemoDocument[];
  readonly codes: readonly DemoCode[];
}

/** `dock` and `demo` are null in production; then the contract's own rule (training only) has already refused every call. */
export function devdockCalls(api: Api, { lane }: ApiParts, dock: Dock | null, demo: DemoThings | null) {
  const documents = demo?.documents ?? [];
  const codes = demo?.codes ?? [];
  return {
    codes: api.devdock.codes.handler(() => codes.map(({ id, title }) => ({ id, title }))),
    show: api.devdock.show.handler(async ({ input, errors }) => {
      const code = codes.find((one) => one.id === input.code);
      if (code === undefined) throw errors.DEMO_UNKNOWN_DOCUMENT();
      // A training lane may stand without a scanner: then the code goes straight to the lane.
      if (dock === null || !(await dock.scan(code.text))) void lane.codes.scanned(code.text, null);
      return { shown: true as const };
    }),
    documents: api.devdock.documents.handler(() => documents.map(({ id, title, kind }) => ({ id, title, kind }))),
    lay: api.devdock.lay.handler(async ({ input, errors }) => {
      const document = documents.find((one) => one.id === input.document);
      if (document === undefined || dock === null) throw errors.DEMO_UNKNOWN_DOCUMENT();
      await dock.lay(document.lines);
      return { laid: true as const };
    }),
    fault: api.devdock.fault.handler(async ({ input }) => {
      await dock?.fault(input.fault);
      return { ordered: true as const };
    }),
    plug: api.devdock.plug.handler(async ({ input }) => {
      await dock?.plug(input.plugged);
      return { plugged: input.plugged };
    }),
    network: api.devdock.network.handler(({ input }) => {
      lane.setConnection(input.online);
      return { online: input.online };
    }),
  };
}
