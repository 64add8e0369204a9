package org.passerelle.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An untouched case file is sound: for this engine, for EU DSS, as a ZIP and as a bag. */
class CaseFileTest {
  @TempDir Path folder;

  @Test
  void whatWasWrittenIsSound() throws IOException {
    Path file = Cases.write(folder, Cases.of(Version.PROSECUTION));
    Verdict verdict = Cases.verify(file);
    assertThat(verdict.departures()).isEmpty();
    assertThat(verdict.number()).isEqualTo("JUD-2026-42");
    assertThat(verdict.exhibits()).isEqualTo(3);
    assertThat(verdict.signerId()).isEqualTo(Cases.PROSECUTION.id());
    assertThat(verdict.sealedAt()).isEqualTo(Keys.NOW);
  }

  @Test
  @Tag("long")
  void everyKindOfKeySeals() throws IOException {
    for (String curve : new String[] {"secp256r1", "secp384r1", "secp521r1", "RSA"}) {
      Signatory by = Keys.of(curve, curve, Instant.parse("2029-01-01T00:00:00Z"));
      Path file = Cases.write(folder, Cases.of(Version.PROSECUTION), by);
      Verdict verdict = new CaseFileVerifier(Set.of(by.certificate()), Cases.LATER).verify(file);
      assertThat(verdict.departures()).as(curve).isEmpty();
      passes(report(file, by), curve);
    }
  }

  /** An independent verifier reads the whole container. */
  @Test
  @Tag("long")
  void euDssFindsABaselineSignatureOverEverything() {
    Path file = Cases.write(folder, Cases.of(Version.PROSECUTION));
    SimpleReport report = report(file, Cases.PROSECUTION);
    passes(report, "prosecution");
    String id = report.getFirstSignatureId();
    assertThat(report.getSignatureFormat(id)).isEqualTo(SignatureLevel.XAdES_BASELINE_B);
    assertThat(report.getContainerType()).hasToString("ASiC-E");
  }

  private static void passes(SimpleReport report, String as) {
    String id = report.getFirstSignatureId();
    assertThat(report.getAdESValidationErrors(id)).extracting(m -> m.getValue()).as(as).isEmpty();
    assertThat(report.getIndication(id)).as(as).isEqualTo(Indication.TOTAL_PASSED);
  }

  static SimpleReport report(Path file, Signatory trusted) {
    CommonTrustedCertificateSource source = new CommonTrustedCertificateSource();
    source.addCertificate(new CertificateToken(trusted.certificate()));
    CommonCertificateVerifier verifier = new CommonCertificateVerifier();
    verifier.addTrustedCertSources(source);
    SignedDocumentValidator validator =
        SignedDocumentValidator.fromDocument(new FileDocument(file.toFile()));
    validator.setCertificateVerifier(verifier);
    validator.setValidationTime(Date.from(Cases.LATER.instant()));
    return validator.validateDocument().getSimpleReport();
  }

  @Test
  void isAZipThatTheJdkReads() throws IOException {
    Path file = Cases.write(folder, Cases.of(Version.PROSECUTION));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      assertThat(entries.nextElement().getName()).isEqualTo("mimetype");
      byte[] exhibit = zip.getInputStream(zip.getEntry("data/exhibits/0001.txt")).readAllBytes();
      assertThat(exhibit).asString().isEqualTo("what was seen\n");
    }
  }

  /** For a withheld exhibit the defence gets its number, digests and reason, and nothing else. */
  @Test
  void bothVersionsSpeakOfTheSameExhibits() throws IOException {
    Path prosecution = Cases.write(folder, Cases.of(Version.PROSECUTION));
    Path defence = Cases.write(folder, Cases.of(Version.DEFENCE));
    assertThat(Cases.verify(defence).departures()).isEmpty();
    assertThat(Cases.verify(defence).exhibits()).isEqualTo(2);
    String of = "\"digestOfAll\"";
    assertThat(line(defence, of)).isEqualTo(line(prosecution, of));
    String told = text(defence, "case-file.json") + text(defence, "case.jsonld");
    assertThat(told).contains("it names a witness under protection");
    assertThat(told).doesNotContain("The report", "safe 3", "a telephone", "PV 2026/12");
  }

  /**
   * The derivation of a withheld exhibit could reveal its content: no file of the defence contains
   * it.
   */
  @Test
  void howWhatIsKeptBackWasMadeIsNotTold() throws IOException {
    CaseFile defence = Cases.keepingBackADerivedOne(Version.DEFENCE);
    List<String> pages = new ArrayList<>();
    Path file = folder.resolve("defence.asice");
    Press press =
        (language, page) -> {
          pages.add(page);
          return Cases.PRESS.pdf(language, page);
        };
    new CaseFileWriter(Cases.PROSECUTION, press).write(defence, Keys.NOW, file, Progress.NONE);
    assertThat(Cases.verify(file).departures()).isEmpty();
    assertThat(pages).singleElement().asString().contains("0003", "Kept back");
    String all = pages + Files.readString(file, StandardCharsets.ISO_8859_1);
    assertThat(all).doesNotContain("transcript of the hearing");
    assertThat(pages.get(0).substring(pages.get(0).indexOf("0003"))).doesNotContain("0001");
    String described = text(file, "case-file.json");
    assertThat(described.substring(described.indexOf("\"0003\""))).doesNotContain("0001");
    pages.clear();
    CaseFile prosecution = Cases.keepingBackADerivedOne(Version.PROSECUTION);
    new CaseFileWriter(Cases.PROSECUTION, press).write(prosecution, Keys.NOW, file, Progress.NONE);
    assertThat(pages.get(0)).contains("0001 transcript of the hearing");
  }

  static String line(Path file, String with) throws IOException {
    return text(file, "case-file.json")
        .lines()
        .filter(l -> l.contains(with))
        .findFirst()
        .orElseThrow();
  }

  static String text(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
