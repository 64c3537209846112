/** The door of Open Packaging: XML that is always escaped, parts with their relationships, and zip archives in and out. */
export {
  document,
  mediaType,
  type Part,
  packageEntries,
  type Relations,
  type Relationship,
  relations,
  relationshipsName,
  writeLargePackage,
  writePackage,
} from './parts.ts';
export { below, localName, readXml, XmlFault, type XmlNode } from './reader.ts';
export { attr, decimal, escapeXml, type Hole, NO_XML, raw, type Xml, xml } from './xml.ts';
export {
  asItIs,
  deflate,
  joinZip,
  packer,
  readZip,
  writeZip,
  ZIP_LIMITS,
  type ZipEntry,
  ZipFault,
  type ZipLimits,
} from './zip.ts';
