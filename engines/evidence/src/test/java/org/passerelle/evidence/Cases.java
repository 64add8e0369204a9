package org.passerelle.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.passerelle.evidence.custody.CustodyBook;
import org.passerelle.evidence.custody.CustodyChain;
import org.passerelle.evidence.internal.Measure;

/** An invented case: exhibits of several kinds, of which the first has had three holders. */
public final class Cases {
  /** The police, who took the exhibits in. */
  public static final Signatory POLICE = Keys.of("Police");

  /** The laboratory that examined one of them. */
  public static final Signatory LABORATORY = Keys.of("Laboratory");

  /** The prosecution, which compiles the case file. */
  public static final Signatory PROSECUTION = Keys.of("Prosecution");

  /** A signatory whom nobody knows. */
  public static final Signatory STRANGER = Keys.of("Stranger");

  /** An hour after the case file was sealed. */
  public static final Clock LATER = Clock.fixed(Keys.NOW.plus(Duration.ofHours(1)), ZoneOffset.UTC);

  /** A substitute for the platform's PDF rendering, which the engine does not know. */
  public static final Press PRESS =
      (language, page) -> pdf("Index, %d signs".formatted(page.length()));

  private static final byte[] REPORT = pdf("Report");
  private static final byte[] REDACTED = pdf("Re");

  private Cases() {}

  /** Three exhibits, of which the third is derived from the second. */
  public static CaseFile of(Version version) {
    List<Exhibit> exhibits = new ArrayList<>();
    exhibits.add(exhibit("0001", "notes.txt", "text/plain", bytes("what was seen\n"), List.of()));
    exhibits.add(exhibit("0002", "report.pdf", "application/pdf", REPORT, List.of()));
    exhibits.add(
        exhibit("0002-R1", "report, redacted.pdf", "application/pdf", REDACTED, List.of("0002")));
    exhibits.set(
        1,
        new Exhibit(
            "0002",
            "report.pdf",
            "The report",
            "application/pdf",
            new Provenance("a telephone", "PV 2026/12", "S-1", "safe 3"),
            List.of(),
            "",
            Disclosure.PROSECUTION,
            "it names a witness under protection",
            exhibits.get(1).content()));
    Map<String, CustodyChain> chains = new LinkedHashMap<>();
    chains.put("0001", handedOver(exhibits.get(0)));
    return new CaseFile(
        "JUD-2026-42",
        "The invented case",
        "en",
        "Invented office",
        version,
        exhibits,
        chains,
        people());
  }

  /** An exhibit, and one derived from it that is withheld from the defence. */
  static CaseFile keepingBackADerivedOne(Version version) {
    Exhibit made =
        new Exhibit(
            "0003",
            "a.txt",
            "A",
            "text/plain",
            Provenance.UNKNOWN,
            List.of("0001"),
            "transcript of the hearing",
            Disclosure.PROSECUTION,
            "protected",
            () -> new java.io.ByteArrayInputStream(bytes("a")));
    return new CaseFile(
        "JUD-2026-44",
        "A third invented case",
        "en",
        "Invented office",
        version,
        List.of(exhibit("0001", "n.txt", "text/plain", bytes("n"), List.of()), made),
        Map.of(),
        people());
  }

  /** Another case of the same office, with as many exhibits under the same numbers. */
  public static CaseFile another() {
    return new CaseFile(
        "JUD-2026-43",
        "Another invented case",
        "fr",
        "Invented office",
        Version.PROSECUTION,
        List.of(
            exhibit("0001", "notes.txt", "text/plain", bytes("nothing was seen\n"), List.of()),
            exhibit("0002", "report.pdf", "application/pdf", REDACTED, List.of()),
            exhibit("0002-R1", "r.pdf", "application/pdf", pdf("Other"), List.of("0002"))),
        Map.of(),
        people());
  }

  /** Certificates of the signatories of chains. */
  public static Certificates people() {
    return Certificates.of(
        List.of(POLICE.certificate(), LABORATORY.certificate(), PROSECUTION.certificate()));
  }

  private static CustodyChain handedOver(Exhibit exhibit) {
    Chains chains = new Chains();
    Clock clock = Clock.fixed(Keys.NOW.minus(Duration.ofDays(9)), ZoneOffset.UTC);
    chains.put(
        CustodyChain.begin(
            exhibit.number(), measured(exhibit), POLICE, clock.instant(), "Office", "seized"));
    CustodyBook book = new CustodyBook(chains, people(), clock);
    book.take(book.offer("0001", POLICE, LABORATORY.id(), "Laboratory", "analysis"), LABORATORY);
    book.check("0001", LABORATORY, measured(exhibit), "analysed");
    return book.take(
        book.offer("0001", LABORATORY, PROSECUTION.id(), "Court", "for the file"), PROSECUTION);
  }

  static Exhibit exhibit(
      String number, String name, String type, byte[] bytes, List<String> derivedFrom) {
    return new Exhibit(
        number,
        name,
        "Exhibit " + number,
        type,
        Provenance.UNKNOWN,
        derivedFrom,
        derivedFrom.isEmpty() ? "" : "a name was made unreadable",
        Disclosure.BOTH,
        "",
        () -> new java.io.ByteArrayInputStream(bytes));
  }

  /** The digests of an exhibit. */
  public static Digests measured(Exhibit exhibit) {
    try (var in = exhibit.content().open()) {
      return Measure.of(in.readAllBytes()).digests();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the case into a folder, sealed by the prosecution. */
  public static Path write(Path folder, CaseFile file) {
    return write(folder, file, PROSECUTION);
  }

  static Path write(Path folder, CaseFile file, Signatory by) {
    Path to = folder.resolve(file.version().word() + ".asice");
    new CaseFileWriter(by, PRESS).write(file, Keys.NOW, to, Progress.NONE);
    return to;
  }

  /** The verdict of a verifier that trusts the prosecution. */
  public static Verdict verify(Path file) throws IOException {
    return new CaseFileVerifier(Set.of(PROSECUTION.certificate()), LATER).verify(file);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A page with one line of text. */
  public static byte[] pdf(String line) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(72, 700);
        content.showText(line);
        content.endText();
      }
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path file(Path folder, String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
