/** A `winmail.dat` of Outlook: its version, the class of the message, and properties with the id of the meeting. */
export function winmail(messageClass: string, uid: string | null): Buffer {
  const id = uid === null ? Buffer.from("nothing") : Buffer.concat([mark(), Buffer.from(`${uid}\0`)]);
  return Buffer.concat([
    Buffer.from([0x78, 0x9f, 0x3e, 0x22, 0x01, 0x00]),
    attribute(0x00089006, Buffer.from([0, 0, 1, 0])),
    attribute(0x00078008, Buffer.from(`${messageClass}\0`)),
    attribute(0x00069003, id),
  ]);
}

function mark(): Buffer {
  return Buffer.from("vCal-Uid\x01\0\0\0", "latin1");
}

function attribute(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(9);
  head.writeUInt8(1, 0);
  head.writeUInt32LE(id, 1);
  head.writeUInt32LE(data.length, 5);
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE([...data].reduce((all, byte) => (all + byte) & 0xffff, 0));
  return Buffer.concat([head, data, sum]);
}
