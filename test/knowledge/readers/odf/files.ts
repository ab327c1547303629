import JSZip from 'jszip'

const NAMESPACES = ['office', 'style', 'text', 'table', 'draw', 'presentation', 'meta', 'manifest']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
  )
  .join(' ')

export type OdfParts = {
  body: string
  /** Automatic styles of the content. */
  styles?: string
  meta?: string
  /** More entries of the zip, by name. */
  more?: Record<string, string>
  manifest?: string
}

/** An OpenDocument file as LibreOffice lays it out, from hand-written XML. */
export async function anOdf(kind: 'text' | 'presentation' | 'spreadsheet', parts: OdfParts): Promise<Uint8Array> {
  const mime = `application/vnd.oasis.opendocument.${kind}`
  const zip = new JSZip()
  zip.file('mimetype', mime, { compression: 'STORE' })
  zip.file(
    'content.xml',
    `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES} office:version="1.3">` +
      `<office:automatic-styles>${parts.styles ?? ''}</office:automatic-styles>` +
      `<office:body><office:${kind}>${parts.body}</office:${kind}></office:body></office:document-content>`,
  )
  zip.file(
    'meta.xml',
    `<?xml version="1.0"?><office:document-meta ${NAMESPACES}><office:meta>${parts.meta ?? ''}</office:meta></office:document-meta>`,
  )
  zip.file(
    'META-INF/manifest.xml',
    `<?xml version="1.0"?><manifest:manifest ${NAMESPACES}><manifest:file-entry manifest:full-path="/" manifest:media-type="${mime}"/>${parts.manifest ?? ''}</manifest:manifest>`,
  )
  for (const [name, content] of Object.entries(parts.more ?? {})) zip.file(name, content)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
