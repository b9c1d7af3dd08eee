// Reads a zip file as vsce writes it (stored or deflated entries, no encryption, no zip64), so that the packed files can be
// looked at without another dependency. Format: the central directory of PKWARE's APPNOTE, section 4.3.12.
import { inflateRawSync } from 'node:zlib';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

/** The files of an archive: name to bytes. Throws when it is no such zip file. */
export function readZip(archive) {
  const end = archive.lastIndexOf(signatureBytes(endSignature));
  if (end < 0) {
    throw new Error('This is not a zip file.');
  }
  const files = new Map();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== entrySignature) {
      throw new Error(`No directory entry at ${at}.`);
    }
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      archive.readUInt16LE(at + offset),
    );
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (!name.endsWith('/')) {
      files.set(name, readEntry(archive, at));
    }
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}

function readEntry(archive, at) {
  const deflated = archive.readUInt16LE(at + 10) === 8;
  const size = archive.readUInt32LE(at + 20);
  const local = archive.readUInt32LE(at + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const bytes = archive.subarray(start, start + size);
  return deflated ? inflateRawSync(bytes) : bytes;
}

function signatureBytes(signature) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
