package org.passerelle.evidence.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.evidence.BadCaseFile;
import org.passerelle.evidence.CaseFile;
import org.passerelle.evidence.Cases;
import org.passerelle.evidence.Exhibit;
import org.passerelle.evidence.Version;
import org.passerelle.evidence.custody.CustodyEntry;

/** A folder is read completely: undescribed files and missing described files are rejected. */
class ExhibitFolderTest {
  @TempDir Path folder;
  @TempDir Path work;
  @TempDir Path out;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(folder.resolve("b"));
    Files.writeString(folder.resolve("b/two.txt"), "two");
    Files.writeString(folder.resolve("a.txt"), "one");
  }

  private CaseFile read(String json) throws IOException {
    Files.writeString(folder.resolve("case.json"), json);
    return ExhibitFolder.read(folder, Version.PROSECUTION, work);
  }

  private void refused(String because, String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(BadCaseFile.class)
        .hasMessageContaining(because)
        .hasMessageContaining("Maybe ");
  }

  @Test
  void withoutADescriptionEveryFileIsAnExhibit() {
    CaseFile file = ExhibitFolder.read(folder, Version.PROSECUTION, work);
    assertThat(file.exhibits()).extracting(Exhibit::number).containsExactly("0001", "0002");
    assertThat(file.exhibits()).extracting(Exhibit::fileName).containsExactly("a.txt", "b/two.txt");
    assertThat(file.exhibits()).extracting(Exhibit::mediaType).containsOnly("text/plain");
  }

  @Test
  void aDescriptionSpeaksOfEveryFile() throws IOException {
    CaseFile file =
        read(
            """
            {"number": "N", "exhibits": [{"file": "b/two.txt", "number": "X", "seal": "S"},
             {"file": "a.txt", "number": "Y", "derivedFrom": ["X"], "disclosure": "prosecution"}]}
            """);
    assertThat(file.exhibits().get(0).provenance().seal()).isEqualTo("S");
    assertThat(file.exhibits().get(1).derivedFrom()).containsExactly("X");
    refused(
        "does not describe b/two.txt",
        "{\"exhibits\": [{\"file\": \"a.txt\", \"number\": \"1\"}]}");
    refused("which does not exist", "{\"exhibits\": [{\"file\": \"c\", \"number\": \"1\"}]}");
    refused("unknown member", "{\"exhibitz\": []}");
    refused("either “file” or “redacts”", "{\"exhibits\": [{\"number\": \"1\"}]}");
    refused("is not a text", "{\"number\": 1}");
    refused("cannot be read", "{");
    refused("should be an object", "[]");
  }

  @Test
  void linksAreRefused() throws IOException {
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a.txt"));
    assertThatThrownBy(() -> ExhibitFolder.read(folder, Version.PROSECUTION, work))
        .isInstanceOf(BadCaseFile.class)
        .hasMessageContaining("is a link");
  }

  /** Descriptive files may not be links either, nor larger than a verifier reads. */
  @Test
  void descriptionsAreFilesOfASizeThatIsRead() throws IOException {
    Path elsewhere = Files.writeString(out.resolve("case.json"), "{}");
    for (String name : List.of("case.json", "custody.jsonl", "certificates.pem")) {
      Path file = Files.createSymbolicLink(folder.resolve(name), elsewhere);
      refusedUnread(name + " is a link");
      Files.delete(file);
      Files.createSymbolicLink(file, folder.resolve("gone"));
      refusedUnread(name + " is a link");
      Files.delete(file);
      try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
        large.setLength((128L << 20) + 1);
      }
      refusedUnread(name + " is larger than 134217728 bytes");
      Files.delete(file);
      Files.write(file, new byte[] {'{', (byte) 0xe9});
      refusedUnread(name + " is not UTF-8");
      Files.delete(file);
    }
  }

  private void refusedUnread(String because) {
    assertThatThrownBy(() -> ExhibitFolder.read(folder, Version.PROSECUTION, work))
        .isInstanceOf(BadCaseFile.class)
        .hasMessageContaining(because)
        .hasMessageContaining("Maybe ");
  }

  /** The defence gets the copy, and number, digests and reason of the source. */
  @Test
  void aRedactedCopyIsMadeAndLeadsToItsSource() throws IOException {
    Files.write(folder.resolve("hearing.pdf"), Cases.pdf("Quillenbrook"));
    Files.writeString(
        folder.resolve("case.json"),
        """
        {"exhibits": [{"file": "a.txt", "number": "1"}, {"file": "b/two.txt", "number": "2"},
         {"file": "hearing.pdf", "number": "3", "disclosure": "prosecution", "keptBack": "a name"},
         {"number": "3-R1", "redacts": "3",
          "areas": [{"page": 1, "x": 60, "y": 75, "width": 200, "height": 30}]}]}
        """);
    CaseFile file = ExhibitFolder.read(folder, Version.DEFENCE, work);
    Exhibit copy = file.exhibits().get(3);
    assertThat(copy.derivedFrom()).containsExactly("3");
    assertThat(copy.derivation()).isEqualTo("parts made unreadable, p. 1");
    try (PDDocument document = Loader.loadPDF(copy.content().file().orElseThrow().toFile())) {
      assertThat(new PDFTextStripper().getText(document)).isBlank();
    }
    Path written = Cases.write(out, file);
    assertThat(Cases.verify(written).departures()).isEmpty();
    assertThat(Files.readString(written, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("hearing", "Quillenbrook");
    refused(
        "which is not a file described before it",
        "{\"exhibits\": [{\"number\": \"1\", \"redacts\": \"2\", \"areas\": []}]}");
  }

  /** Existing custody is included with its exhibits, and a changed exhibit is rejected. */
  @Test
  void custodyStandsBesideTheExhibits() throws IOException {
    CaseFile made = Cases.of(Version.PROSECUTION);
    List<String> lines =
        Objects.requireNonNull(made.chains().get("0001")).entries().stream()
            .map(CustodyEntry::line)
            .toList();
    Files.writeString(folder.resolve("custody.jsonl"), String.join("\n", lines) + "\n");
    Files.writeString(folder.resolve("certificates.pem"), Cases.people().pem());
    Files.writeString(folder.resolve("a.txt"), "what was seen\n");
    CaseFile file = ExhibitFolder.read(folder, Version.PROSECUTION, work);
    Path written = Cases.write(out, file);
    assertThat(Cases.verify(written).departures()).isEmpty();
    Files.writeString(folder.resolve("a.txt"), "what was not seen\n");
    assertThatThrownBy(() -> Cases.write(out, file))
        .isInstanceOf(BadCaseFile.class)
        .hasMessageContaining("differs from what was taken in");
    Files.delete(folder.resolve("a.txt"));
    CaseFile without = ExhibitFolder.read(folder, Version.PROSECUTION, work);
    assertThat(without.exhibits()).hasSize(1);
    Files.writeString(folder.resolve("custody.jsonl"), lines.get(1) + "\n");
    assertThatThrownBy(() -> ExhibitFolder.read(folder, Version.PROSECUTION, work))
        .isInstanceOf(BadCaseFile.class)
        .hasMessageContaining("its number is 2");
  }
}
