/** What is kept from one run to the next, under keys that name everything it was made from. It only saves time. */
export interface Cache {
  /** What was kept under the key; undefined where there is nothing, or nothing whole. */
  read(key: string): Uint8Array | undefined;
  /** Keeps bytes under the key, if it can. */
  write(key: string, bytes: Uint8Array): void;
}
