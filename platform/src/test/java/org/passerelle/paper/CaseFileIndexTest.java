package org.passerelle.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.evidence.CaseFile;
import org.passerelle.evidence.CaseFileWriter;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Disclosure;
import org.passerelle.evidence.Exhibit;
import org.passerelle.evidence.Progress;
import org.passerelle.evidence.Provenance;
import org.passerelle.evidence.Signatory;
import org.passerelle.evidence.Version;

/** The index of a case file is PDF/A-3a and PDF/UA-1 in every language, whatever people wrote. */
@Tag("slow")
@Tag("long")
class CaseFileIndexTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "sr"})
  void theIndexConforms(String language) throws Exception {
    CaseFile file =
        new CaseFile(
            "42 & <b>",
            "Предмет “42” · Οδός",
            language,
            "Invented office",
            Version.DEFENCE,
            List.of(
                exhibit("0001", Disclosure.BOTH, List.of()),
                exhibit("0002", Disclosure.PROSECUTION, List.of()),
                exhibit("0002-R1", Disclosure.BOTH, List.of("0002"))),
            Map.of(),
            Certificates.of(List.of()));
    Path written = folder.resolve("case.asice");
    new CaseFileWriter(signatory(), Paper::pdf).write(file, NOW, written, Progress.NONE);
    byte[] index;
    try (ZipFile zip = new ZipFile(written.toFile())) {
      index = zip.getInputStream(zip.getEntry("index.pdf")).readAllBytes();
    }
    VeraPdf.assertConforms(index, language);
    try (PDDocument document = Loader.loadPDF(index)) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text).contains("Предмет “42”", "0002-R1", "42 & <b>");
      assertThat(text).doesNotContain("of 0002 alone");
    }
  }

  private static Exhibit exhibit(String number, Disclosure disclosure, List<String> sources) {
    byte[] bytes = number.getBytes(StandardCharsets.UTF_8);
    return new Exhibit(
        number,
        "file of %s alone.txt".formatted(number),
        "title of %s alone".formatted(number),
        "text/plain",
        new Provenance("origin, à l’école", "PV 1", "S 2", "K 3"),
        sources,
        sources.isEmpty() ? "" : "names made unreadable",
        disclosure,
        disclosure == Disclosure.BOTH ? "" : "a witness",
        () -> new ByteArrayInputStream(bytes));
  }

  private static Signatory signatory() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    X500Name name = new X500Name("CN=Invented office");
    return Signatory.of(
        pair,
        new JcaX509CertificateConverter()
            .getCertificate(
                new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(NOW.minus(Duration.ofDays(1))),
                        Date.from(NOW.plus(Duration.ofDays(1))),
                        name,
                        pair.getPublic())
                    .build(
                        new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))));
  }
}
