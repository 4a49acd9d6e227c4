import { crc32 } from "node:zlib";

/* Small real files, as the programs of an office write them. */

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, "utf8"));

/** A page of A4 that says a word. */
export function pdf(word = "Xin chao"): Uint8Array<ArrayBuffer> {
  const content = `BT /F1 32 Tf 60 760 Td (${word}) Tj ET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return String(place).padStart(10, "0");
  });
  const table = places.map((place) => `${place} 00000 n \n`).join("");
  const count = objects.length + 1;
  const end = `trailer<</Size ${count}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`;
  return bytesOf(`${text}xref\n0 ${count}\n0000000000 65535 f \n${table}${end}`);
}

/** One cobalt pixel. */
export function png(): Uint8Array<ArrayBuffer> {
  const pixel =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGOQ91sMAAHBARvTLnsZAAAAAElFTkSuQmCC";
  return new Uint8Array(Buffer.from(pixel, "base64"));
}

/** An archive of these entries, not compressed. */
export function zip(entries: Record<string, string>): Uint8Array<ArrayBuffer> {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let place = 0;
  for (const [name, text] of Object.entries(entries)) {
    const content = Buffer.from(text, "utf8");
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), content]);
    const listed = Buffer.alloc(14);
    listed.writeUInt32LE(place, 10);
    const version = Buffer.from([20, 0]);
    directory.push(Buffer.from("PK\x01\x02"), version, common, listed, Buffer.from(name));
    files.push(local);
    place += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(entries).length, 4);
  end.writeUInt16LE(Object.keys(entries).length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(place, 12);
  return new Uint8Array(Buffer.concat([...files, list, Buffer.from("PK\x05\x06"), end]));
}

const PARTS = {
  docx: ["word/document.xml", "wordprocessingml.document"],
  xlsx: ["xl/workbook.xml", "spreadsheetml.sheet"],
  pptx: ["ppt/presentation.xml", "presentationml.presentation"],
} as const;

/** A document of today's office programs, empty but for its skeleton. */
export function office(kind: keyof typeof PARTS): Uint8Array<ArrayBuffer> {
  const [part, type] = PARTS[kind];
  const mediaType = `application/vnd.openxmlformats-officedocument.${type}.main+xml`;
  return zip({
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${mediaType}"/></Types>`,
    "_rels/.rels": '<?xml version="1.0"?><Relationships/>',
    [part]: '<?xml version="1.0"?><document/>',
  });
}

/** A document of the old office programs: their container, with the one stream that tells the kind. */
export function oldOffice(
  stream: "WordDocument" | "Workbook" | "Installer",
): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.alloc(2048);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(bytes);
  bytes.write(stream, 1024, "utf16le");
  return new Uint8Array(bytes);
}

/** The beginnings of programs for Windows and for Linux. */
export const PROGRAMS = {
  windows: new Uint8Array(
    Buffer.concat([Buffer.from("MZ\x90\0\x03", "latin1"), Buffer.alloc(512)]),
  ),
  linux: new Uint8Array(
    Buffer.concat([Buffer.from("\x7fELF\x02\x01\x01", "latin1"), Buffer.alloc(512)]),
  ),
} as const;
