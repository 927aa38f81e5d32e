/**
 * Descriptions of the XMP schemas that PDF/A does not know: an archive must be able to tell what their values mean without
 * the specification at hand (ISO 19005-2, 6.6.2.3).
 */

/** A property: its name, its type of value, and what it says. */
type Property = readonly [
  name: string,
  type: 'Text' | 'Integer' | 'Date',
  category: 'internal' | 'external',
  says: string,
];

interface Schema {
  readonly title: string;
  readonly namespace: string;
  readonly prefix: string;
  readonly properties: readonly Property[];
}

/** What the reader's copy uses beyond the schemas of ISO 19005-2 and XMP 2005. */
const SCHEMAS: readonly Schema[] = [
  {
    title: 'PDF/UA identification',
    namespace: 'http://www.aiim.org/pdfua/ns/id/',
    prefix: 'pdfuaid',
    properties: [['part', 'Integer', 'internal', 'Part of ISO 14289 to which the file keeps']],
  },
  {
    title: 'PRISM basic metadata',
    namespace: 'http://prismstandard.org/namespaces/basic/2.0/',
    prefix: 'prism',
    properties: [
      ['publicationName', 'Text', 'external', 'Name of the newspaper'],
      ['number', 'Text', 'external', 'Number of the issue'],
      ['edition', 'Text', 'external', 'Name of the edition'],
      ['coverDate', 'Date', 'external', 'Day on the front page'],
    ],
  },
];

/** The descriptions as one more description of the file, ending in a line feed. */
export function describeSchemas(): string {
  return `<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>
${SCHEMAS.map(describeSchema).join('\n')}
</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`;
}

function describeSchema({ title, namespace, prefix, properties }: Schema): string {
  return `<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>${title}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>
${properties.map(describeProperty).join('\n')}
</rdf:Seq></pdfaSchema:property>
</rdf:li>`;
}

function describeProperty([name, type, category, says]: Property): string {
  return `<rdf:li rdf:parseType="Resource">
<pdfaProperty:name>${name}</pdfaProperty:name>
<pdfaProperty:valueType>${type}</pdfaProperty:valueType>
<pdfaProperty:category>${category}</pdfaProperty:category>
<pdfaProperty:description>${says}</pdfaProperty:description>
</rdf:li>`;
}
