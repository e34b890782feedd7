/** A window that came through the door. */
export interface WindowIdentity {
  readonly windowId: string;
  readonly role: 'officer' | 'gate' | 'technician';
}

/** What every call knows of its caller before anything else. */
export interface CallContext {
  readonly window: WindowIdentity;
}
