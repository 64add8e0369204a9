package org.passerelle.evidence.internal;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * {@code META-INF/manifest.xml}: the names of all sealed files, in the format of OpenDocument (ETSI
 * EN 319 162-1, clause 4.4.3.2). EU DSS requires it. It contains nothing that the seal does not,
 * and is compared with the actual files, byte by byte.
 */
final class Manifest {
  static final String PATH = "META-INF/manifest.xml";
  private static final String ENTRY =
      "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"%s\"/>\n";

  private Manifest() {}

  /** Lists names in order; they contain no characters that XML would interpret. */
  static byte[] of(Collection<String> names) {
    StringBuilder xml =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
                + " manifest:version=\"1.2\">\n");
    xml.append(ENTRY.formatted("/", new String(Composition.TYPE, StandardCharsets.US_ASCII)));
    names.forEach(name -> xml.append(ENTRY.formatted(name, "application/octet-stream")));
    return xml.append("</manifest:manifest>\n").toString().getBytes(StandardCharsets.UTF_8);
  }
}
