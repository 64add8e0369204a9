package org.passerelle.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Content that a court could not use is rejected with a message, and no partial file is left. */
class BadInputTest {
  @TempDir Path folder;

  @AfterEach
  void nothingIsLeft() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  private void refused(String because, Exhibit... exhibits) {
    CaseFile file =
        new CaseFile(
            "N",
            "T",
            "en",
            "O",
            Version.PROSECUTION,
            List.of(exhibits),
            Map.of(),
            Certificates.of(List.of()));
    assertThatThrownBy(() -> Cases.write(folder, file))
        .isInstanceOf(BadCaseFile.class)
        .hasMessageContaining(because)
        .hasMessageContaining("Maybe ");
  }

  private static Exhibit pdf(byte[] bytes) {
    return Exhibit.of("1", "a.pdf", "application/pdf", () -> new ByteArrayInputStream(bytes));
  }

  @Test
  void whatChangesWhileItIsRead() {
    AtomicInteger reads = new AtomicInteger();
    refused(
        "changed while it was read",
        Exhibit.of(
            "1",
            "log.txt",
            "text/plain",
            () -> new ByteArrayInputStream(Cases.bytes("read " + reads.incrementAndGet()))));
  }

  @Test
  void whatGrowsWhileItIsRead() {
    AtomicInteger reads = new AtomicInteger();
    refused(
        "changed while it was read",
        Exhibit.of(
            "1",
            "log.txt",
            "text/plain",
            () -> new ByteArrayInputStream(new byte[reads.incrementAndGet()])));
  }

  @Test
  void whatCannotBeRead() {
    refused(
        "cannot be read",
        Exhibit.of(
            "1",
            "gone.txt",
            "text/plain",
            () -> {
              throw new IOException("Input/output error");
            }));
  }

  @Test
  void anEncryptedPdf() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(Cases.pdf("x"))) {
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      document.save(out);
    }
    refused("encrypted", pdf(out.toByteArray()));
  }

  @Test
  void aPdfThatOnlyItsOwnerMayChange() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(Cases.pdf("x"))) {
      document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
      document.save(out);
    }
    refused("encrypted", pdf(out.toByteArray()));
  }

  @Test
  void aPdfWithJavaScript() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(Cases.pdf("x"))) {
      document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')"));
      document.save(out);
    }
    refused("JavaScript", pdf(out.toByteArray()));
  }

  /** An active form (XFA), and active media within a page. */
  @Test
  void aPdfWithAFormThatRunsOrWithRichMedia() throws IOException {
    COSDictionary form = new COSDictionary();
    form.setItem(COSName.getPDFName("XFA"), new COSArray());
    refused("forms", pdf(with(COSName.ACRO_FORM, form)));
    COSDictionary annotation = new COSDictionary();
    annotation.setItem(COSName.SUBTYPE, COSName.getPDFName("RichMedia"));
    refused("media", pdf(with(COSName.getPDFName("Anything"), annotation)));
    COSDictionary content = new COSDictionary();
    content.setItem(COSName.getPDFName("RichMediaContent"), new COSDictionary());
    refused("media", pdf(with(COSName.getPDFName("Anything"), content)));
  }

  private static byte[] with(COSName name, COSDictionary value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(Cases.pdf("x"))) {
      document.getDocumentCatalog().getCOSObject().setItem(name, value);
      document.save(out);
    }
    return out.toByteArray();
  }

  /** A case file too large for any verifier is not created. */
  @Test
  void moreDescriptionThanIsEverRead() {
    Path to = folder.resolve("large.asice");
    CaseFileWriter writer =
        new CaseFileWriter(Cases.PROSECUTION, (language, page) -> new byte[128 << 20]);
    assertThatThrownBy(
            () -> writer.write(Cases.of(Version.PROSECUTION), Keys.NOW, to, Progress.NONE))
        .isInstanceOf(BadCaseFile.class)
        .hasMessageContaining("the maximum is 134217728")
        .hasMessageContaining("Maybe ");
  }

  /** The same by its kind, for whoever takes exhibits in before a case file is made. */
  @Test
  void theProblemOfAPdfHasAKind() throws IOException {
    ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(Cases.pdf("x"))) {
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      document.save(encrypted);
    }
    COSDictionary form = new COSDictionary();
    form.setItem(COSName.getPDFName("XFA"), new COSArray());
    assertThat(problem(Cases.pdf("x"))).isEmpty();
    assertThat(problem(encrypted.toByteArray())).contains(PdfProblem.ENCRYPTED);
    assertThat(problem(with(COSName.ACRO_FORM, form))).contains(PdfProblem.ACTIVE);
    assertThat(problem(Cases.bytes("hello"))).contains(PdfProblem.UNREADABLE);
  }

  private static Optional<PdfProblem> problem(byte[] bytes) throws IOException {
    return PdfProblem.of(() -> new ByteArrayInputStream(bytes));
  }

  @Test
  void whatIsNoPdf() {
    refused("not a readable PDF", pdf(Cases.bytes("hello")));
  }

  @Test
  void aCircleOfDerivations() {
    List<Exhibit> circle = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      circle.add(
          Cases.exhibit("A" + i, "a.txt", "text/plain", new byte[1], List.of("A" + (i + 1) % 3)));
    }
    refused("derived from itself", circle.toArray(Exhibit[]::new));
    refused(
        "derived from B, which is not there",
        Cases.exhibit("A", "a.txt", "text/plain", new byte[1], List.of("B")));
  }

  @Test
  void twoOfOneNumberAlsoIfTheyDifferInCase() {
    Exhibit one = Cases.exhibit("a", "a.txt", "text/plain", new byte[1], List.of());
    refused("Two exhibits have the number", one, one);
    refused(
        "Two exhibits have the number",
        one,
        Cases.exhibit("A", "b.txt", "text/plain", new byte[1], List.of()));
  }

  /** Custody exists, so a missing exhibit is reported, not ignored. */
  @Test
  void custodyOfAnExhibitThatIsNotThere() {
    CaseFile whole = Cases.of(Version.PROSECUTION);
    CaseFile without =
        new CaseFile(
            whole.number(),
            whole.title(),
            "en",
            whole.organisation(),
            Version.PROSECUTION,
            whole.exhibits().subList(1, 3),
            whole.chains(),
            whole.certificates());
    assertThatThrownBy(() -> Cases.write(folder, without))
        .isInstanceOf(BadCaseFile.class)
        .hasMessageContaining("custody of exhibit 0001, but no such exhibit");
  }

  @Test
  void aCertificateThatHasRunOut() {
    Signatory old = Keys.of("Old", "secp256r1", Keys.NOW.minus(Duration.ofDays(1)));
    assertThatThrownBy(() -> Cases.write(folder, Cases.of(Version.PROSECUTION), old))
        .isInstanceOf(BadCaseFile.class)
        .hasMessageContaining("is valid from");
  }

  @Test
  void numbersThatAreNone() {
    for (String number : List.of("", "../1", "1/2", "é", " 1", "1\n", "-1")) {
      assertThatThrownBy(() -> Cases.exhibit(number, "a.txt", "text/plain", new byte[1], List.of()))
          .as(number)
          .isInstanceOf(BadCaseFile.class);
    }
  }

  @Test
  void hostileNamesOfFilesStayText() throws IOException {
    String hostile = "../../etc/cron.d/\u202efdp.exe\u0000\u001b[31m<script>&amp;.PDF/..";
    CaseFile file =
        new CaseFile(
            "N\n<b>",
            "]]>&\u0000",
            "sr",
            "O\r\nX: y",
            Version.PROSECUTION,
            List.of(
                Cases.exhibit("1", hostile, "text/plain", new byte[1], List.of()),
                Cases.exhibit("2", "a.b.TXT", "text/plain", new byte[0], List.of())),
            Map.of(),
            Certificates.of(List.of()));
    Path written = Cases.write(folder, file);
    assertThat(Cases.verify(written).departures()).isEmpty();
    String names = new String(Files.readAllBytes(written), StandardCharsets.ISO_8859_1);
    assertThat(names).contains("data/exhibits/1.bin", "data/exhibits/2.txt");
    Files.delete(written);
  }
}
