package org.passerelle.protect.casework.cases.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.passerelle.refusal.Refused;

/** Item 18: a document that contains a program is not stored. */
class MacrosTest {
  private static final String TYPES =
      "<Types><Override PartName=\"/word/document.xml\" ContentType=\"%s+xml\"/></Types>";

  @Test
  void aDocumentWithMacrosIsRefusedWhateverItIsCalled() throws IOException {
    refused("a.docx", "word/document.xml", "<w/>", "word/vbaProject.bin", "\u00d0\u00cf");
    refused("a.docx", "word/document.xml", "<w/>", "word/activeX/activeX1.bin", "x");
    refused("a.docx", "word/document.xml", "<w/>", "word/embeddings/oleObject1.bin", "x");
    refused(
        "a.docx",
        "[Content_Types].xml",
        TYPES.formatted("application/vnd.ms-word.document.macroEnabled.main"),
        "word/document.xml",
        "<w/>");
    String text = "application/vnd.oasis.opendocument.text";
    refused("a.odt", "mimetype", text, "Basic/Standard/Module1.xml", "<x/>");
    refused("a.odt", "mimetype", text, "Scripts/python/a.py", "print()");
    refused(
        "a.odt",
        "mimetype",
        text,
        "META-INF/manifest.xml",
        "<manifest:file-entry manifest:full-path=\"Basic/script-lc.xml\"/>");
  }

  @Test
  void aDocumentWithoutIsKept() throws IOException {
    assertThat(FileInspection.typeOf(zip("word/document.xml", "<w/>"), "a.docx"))
        .endsWith("wordprocessingml.document");
    assertThat(
            FileInspection.typeOf(
                zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<x/>"),
                "a.odt"))
        .endsWith("opendocument.text");
  }

  private static void refused(String name, String... parts) throws IOException {
    byte[] content = zip(parts);
    assertThatThrownBy(() -> FileInspection.typeOf(content, name))
        .as(String.join(" ", parts))
        .isInstanceOf(Refused.class)
        .hasMessage("cases.refused.file-macro");
  }

  private static byte[] zip(String... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.ISO_8859_1));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
