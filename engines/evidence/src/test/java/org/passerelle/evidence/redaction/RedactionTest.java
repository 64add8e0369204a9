package org.passerelle.evidence.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.evidence.BadCaseFile;

/** Redacted content cannot be recovered: not as text, picture, attachment or revision. */
class RedactionTest {
  private static final String SECRET = "Quillenbrook";
  private static final int RED = 0xff0000;

  @TempDir Path folder;
  private Path source = Path.of("");
  private Path target = Path.of("");

  /**
   * A page that contains the secret in every form a PDF knows, and a second one without visible
   * secret.
   */
  @BeforeEach
  void aDocumentThatTellsItEverywhere() throws IOException {
    source = folder.resolve("source.pdf");
    target = folder.resolve("target.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      document.addPage(new PDPage(PDRectangle.A4));
      write(document, page, 700, "The witness is " + SECRET);
      picture(document, page);
      document.getDocumentInformation().setTitle(SECRET);
      PDOutlineItem item = new PDOutlineItem();
      item.setTitle(SECRET);
      document.getDocumentCatalog().setDocumentOutline(new PDDocumentOutline());
      document.getDocumentCatalog().getDocumentOutline().addLast(item);
      PDAnnotationText note = new PDAnnotationText();
      note.setContents(SECRET);
      note.setHidden(true);
      page.getAnnotations().add(note);
      document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("x='" + SECRET + "'"));
      attach(document);
      document.save(source.toFile());
    }
    // a later revision changes the name; the first is still in the file
    try (PDDocument document = Loader.loadPDF(source.toFile());
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      write(document, document.getPage(1), 600, "second page, hidden name " + SECRET);
      document.getDocumentInformation().setTitle("Report");
      document.getPage(1).getCOSObject().setNeedToBeUpdated(true);
      document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
      document.saveIncremental(out);
      Files.write(source, out.toByteArray());
    }
  }

  private static void write(PDDocument document, PDPage page, float y, String text)
      throws IOException {
    try (PDPageContentStream content =
        new PDPageContentStream(
            document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
      content.beginText();
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
      content.newLineAtOffset(72, y);
      content.showText(text);
      content.endText();
    }
  }

  /** Half of it will be below an area. */
  private static void picture(PDDocument document, PDPage page) throws IOException {
    BufferedImage red = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 1600; i++) {
      red.setRGB(i % 40, i / 40, RED);
    }
    try (PDPageContentStream content =
        new PDPageContentStream(
            document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
      content.drawImage(LosslessFactory.createFromImage(document, red), 300, 400, 100, 100);
    }
  }

  private static void attach(PDDocument document) throws IOException {
    byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    file.setFile(SECRET + ".txt");
    file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(bytes)));
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(Map.of(SECRET, file));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(names);
  }

  private void burn() {
    // the line, and the left half of the picture, from the upper edge of A4 (842 points)
    Redaction.burn(
        source,
        target,
        List.of(
            new Area(1, 60, 125, 300, 22),
            new Area(1, 300, 842 - 500, 50, 100),
            new Area(2, 60, 225, 300, 22)));
  }

  @Test
  @Tag("long")
  void noTextIsLeft() throws Exception {
    try (PDDocument before = Loader.loadPDF(source.toFile())) {
      assertThat(new PDFTextStripper().getText(before)).contains(SECRET);
    }
    burn();
    try (PDDocument after = Loader.loadPDF(target.toFile())) {
      assertThat(new PDFTextStripper().getText(after)).isBlank();
      assertThat(after.getNumberOfPages()).isEqualTo(2);
    }
  }

  @Test
  @Tag("long")
  void pdftotextFindsNothing() throws Exception {
    burn();
    Process process;
    try {
      process =
          new ProcessBuilder("pdftotext", target.toString(), "-").redirectErrorStream(true).start();
    } catch (IOException e) {
      assumeTrue(false, "pdftotext of poppler-utils");
      return;
    }
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(text).isBlank();
  }

  /** Decodes every stream and object: none contains the secret. */
  @Test
  void noObjectTellsIt() throws IOException {
    assertThat(everything(source)).contains(SECRET);
    burn();
    String all = everything(target);
    assertThat(all).doesNotContain(SECRET, "JavaScript", "EmbeddedFile", "Outlines", "Annot");
    String raw = Files.readString(target, StandardCharsets.ISO_8859_1);
    assertThat(raw.split("%%EOF", -1)).as("one revision").hasSize(2);
    assertThat(raw).doesNotContain("/Prev", "/Metadata");
  }

  private static String everything(Path file) throws IOException {
    StringBuilder all = new StringBuilder();
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      for (COSObjectKey key : List.copyOf(document.getDocument().getXrefTable().keySet())) {
        var object = document.getDocument().getObjectFromPool(key).getObject();
        all.append(object).append('\n');
        if (object instanceof COSStream stream
            && !COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
          try (var in = stream.createInputStream()) {
            all.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
          }
        }
      }
    }
    return all.toString();
  }

  /** One picture per page, black in the areas: the left half of the red one is gone. */
  @Test
  @Tag("long")
  void noLayerBelowIsLeft() throws IOException {
    burn();
    try (PDDocument after = Loader.loadPDF(target.toFile())) {
      for (PDPage page : after.getPages()) {
        assertThat(page.getResources().getXObjectNames()).hasSize(1);
        assertThat(page.getResources().getFontNames()).isEmpty();
      }
      BufferedImage seen = new PDFRenderer(after).renderImage(0, 1);
      assertThat(seen.getRGB(320, 842 - 450) & 0xffffff).as("below the area").isLessThan(0x101011);
      assertThat(seen.getRGB(100, 135) & 0xffffff).as("the line").isLessThan(0x101011);
      int right = seen.getRGB(380, 842 - 450);
      assertThat(right >> 16 & 0xff).as("beside it").isGreaterThan(0xe0);
      assertThat(right >> 8 & 0xff).isLessThan(0x30);
      assertThat(seen.getRGB(500, 800) & 0xf0f0f0).as("elsewhere").isEqualTo(0xf0f0f0);
    }
  }

  /** A rotated page is redacted where its reader sees the area. */
  @Test
  @Tag("long")
  void aTurnedPageIsRedactedAsItIsSeen() throws IOException {
    try (PDDocument document = Loader.loadPDF(source.toFile())) {
      document.getPage(0).setRotation(90);
      document.setAllSecurityToBeRemoved(true);
      document.save(source.toFile());
    }
    // what was at 72, 700 from the bottom of A4 is displayed at 700, 72 from the upper left
    Redaction.burn(source, target, List.of(new Area(1, 690, 60, 25, 320)));
    try (PDDocument after = Loader.loadPDF(target.toFile())) {
      assertThat(after.getPage(0).getMediaBox().getWidth()).isGreaterThan(800);
      BufferedImage seen = new PDFRenderer(after).renderImage(0, 1);
      int dark = 0;
      for (int y = 72; y < 300; y++) {
        dark += (seen.getRGB(702, y) & 0xff) < 0x20 ? 1 : 0;
      }
      assertThat(dark).isEqualTo(300 - 72);
    }
  }

  @Test
  void whatCannotBeRedactedIsRefusedAndNothingIsWritten() throws IOException {
    assertRefused("No area of", List.of());
    assertRefused("has 2 pages", List.of(new Area(3, 1, 1, 1, 1)));
    assertRefused("is outside", List.of(new Area(1, 900, 1, 5, 5)));
    Files.writeString(source, "no PDF");
    assertRefused("cannot be redacted", List.of(new Area(1, 1, 1, 1, 1)));
    hostile();
    assertRefused("cannot be redacted", List.of(new Area(1, 1, 1, 1, 1)));
    assertThatThrownBy(() -> new Area(1, 1, 1, 0, 1)).isInstanceOf(BadCaseFile.class);
    assertThatThrownBy(() -> new Area(0, 1, 1, 1, 1)).isInstanceOf(BadCaseFile.class);
    assertThatThrownBy(() -> new Area(1, Double.NaN, 1, 1, 1)).isInstanceOf(BadCaseFile.class);
  }

  /** Claims to have more pages than it has. */
  private void hostile() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage(PDRectangle.A4));
      document.getPages().getCOSObject().setInt(COSName.COUNT, 5);
      document.save(source.toFile());
    }
  }

  private void assertRefused(String because, List<Area> areas) throws IOException {
    assertThatThrownBy(() -> Redaction.burn(source, target, areas))
        .isInstanceOf(BadCaseFile.class)
        .hasMessageContaining(because)
        .hasMessageContaining("Maybe ");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(source);
    }
  }
}
