/** A window that came through the door. */
export interface WindowIdentity {
  readonly windowId: string;
  readonly role: 'officer' | 'gate' | 'technician';
  /** The origin it came in by, which a security key signs; absent where there is no door. */
  readonly origin?: string;
}

/** A window and the call that it makes, such as `lane.compare`: a security key is shown for one call alone. */
export interface Caller {
  readonly window: WindowIdentity;
  readonly call: string;
}

/** What every call knows of its caller before anything else. */
export interface CallContext {
  readonly window: WindowIdentity;
}
