package org.passerelle.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.evidence.internal.Forgery;
import org.passerelle.evidence.redaction.Area;
import org.passerelle.evidence.redaction.Redaction;

/** A server writes and verifies a case file without a file on its disk. */
class StreamedCaseFileTest {
  private static final String SEAL = "META-INF/signatures001.xml";

  @TempDir Path folder;

  private static byte[] streamed() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CaseFileWriter(Cases.PROSECUTION, Cases.PRESS)
        .write(Cases.of(Version.PROSECUTION), Keys.NOW, out, Progress.NONE);
    return out.toByteArray();
  }

  @Test
  void isWhatAFileWouldHold() throws IOException {
    byte[] streamed = streamed();
    Verdict verdict =
        new CaseFileVerifier(Set.of(Cases.PROSECUTION.certificate()), Cases.LATER)
            .verify(new ByteArrayInputStream(streamed));
    assertThat(verdict.departures()).isEmpty();
    Map<String, byte[]> files =
        Forgery.of(Files.write(folder.resolve("streamed.asice"), streamed)).files();
    Map<String, byte[]> expected =
        Forgery.of(Cases.write(folder, Cases.of(Version.PROSECUTION))).files();
    assertThat(files.keySet()).containsExactlyElementsOf(expected.keySet()).contains(SEAL);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      // every signature is different, also those of the custody
      if (file.getKey().startsWith("data/")) {
        assertThat(file.getValue()).as(file.getKey()).isEqualTo(expected.get(file.getKey()));
      }
    }
  }

  @Test
  void aStreamThatBreaksIsSaid() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("no room");
          }
        };
    CaseFileWriter writer = new CaseFileWriter(Cases.PROSECUTION, Cases.PRESS);
    assertThatThrownBy(() -> writer.write(Cases.of(Version.DEFENCE), Keys.NOW, full, Progress.NONE))
        .isInstanceOf(IOException.class)
        .hasMessage("no room");
  }

  @Test
  void isRedactedFromAStreamToAStream() throws IOException {
    byte[] page = Cases.pdf("The witness is Quillenbrook");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Redaction.burn(
        () -> new ByteArrayInputStream(page),
        "hearing.pdf",
        out,
        List.of(new Area(1, 60, 80, 300, 20)));
    try (PDDocument before = Loader.loadPDF(page);
        PDDocument after = Loader.loadPDF(out.toByteArray())) {
      assertThat(new PDFTextStripper().getText(before)).contains("Quillenbrook");
      assertThat(new PDFTextStripper().getText(after)).isBlank();
      assertThat(after.getNumberOfPages()).isEqualTo(1);
    }
  }

  @Test
  void aCertificateOfOneselfNamesItsHolderAndNothingMore() {
    KeyPair keys = Keys.pair("secp256r1");
    X509Certificate certificate =
        Certificates.selfSigned(
            keys,
            Map.of("CN", "Ana, O=Court, CN=Judge"),
            Keys.NOW,
            Keys.NOW.plus(Duration.ofDays(730)));
    Signatory by = Signatory.of(keys, certificate);
    assertThat(by.name()).isEqualTo("CN=Ana\\, O\\=Court\\, CN\\=Judge");
    assertThat(certificate.getKeyUsage()).startsWith(true, true, false);
    assertThat(certificate.getSerialNumber().signum()).isPositive();
    assertThat(certificate.getSerialNumber().bitLength()).isLessThan(160);
    by.refuseOutside(Keys.NOW);
    assertThatThrownBy(() -> by.refuseOutside(Keys.NOW.plus(Duration.ofDays(731))))
        .isInstanceOf(BadCaseFile.class);
    assertThat(Certificates.read(Certificates.of(Set.of(certificate)).pem()).find(by.id()))
        .contains(certificate);
  }
}
