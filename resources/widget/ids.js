// Ids: UUIDs of version 7, made here, that sort in the order in which this page made them.

let last = 0;

/** A new UUID version 7; each one is later than the one before, also within a millisecond. */
export function newId() {
  last = Math.max(Date.now(), last + 1);
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = last.toString(16).padStart(12, "0");
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const random = [...bytes.slice(6)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${time.slice(0, 8)}-${time.slice(8)}-${random.slice(0, 4)}-${random.slice(4, 8)}-${random.slice(8)}`;
}
