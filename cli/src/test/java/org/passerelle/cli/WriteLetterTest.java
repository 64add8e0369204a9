package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.StoredFacts;
import picocli.CommandLine;

/** Tests the letter command: complete files or none, and one sentence if it fails. */
@Tag("slow")
@Tag("long")
class WriteLetterTest {
  @TempDir Path folder;

  private record Said(int code, String out, String err) {}

  private Said letter(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        Passerelle.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] all =
        Stream.concat(Stream.of("letter", "--data", data()), Stream.of(arguments))
            .map(Object::toString)
            .toArray(String[]::new);
    return new Said(line.execute(all), out.toString(), err.toString());
  }

  private Path data() {
    return folder.resolve("data");
  }

  private static void isRefused(Said said, String... words) {
    assertThat(said.code()).as(said.toString()).isEqualTo(2);
    assertThat(said.err()).startsWith("passerelle: ").contains(words);
    assertThat(said.err().strip().lines().count()).isEqualTo(1);
    assertThat(said.out()).isEmpty();
  }

  @Test
  void anEmptyFolderGivesWhatComesWithTheProductAndStaysEmpty() throws IOException {
    Files.createDirectory(data());
    Path page = folder.resolve("letter.html");
    Said said = letter("--issue", 12, "--language", "sr-Latn", "--out", page);
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(Files.readString(page))
        .contains("lang=\"sr-Latn\"", "Tromesečni bilten", "3–4. april")
        .doesNotContain("src=\"/", "href=\"/");
    Path pdf = folder.resolve("letter.pdf");
    assertThat(letter("--issue", 12, "--language", "fr", "--out", pdf).code()).isZero();
    assertThat(new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
    try (Stream<Path> left = Files.list(data())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void theFolderGivesItsOwnFacts() throws IOException, SQLException {
    Files.createDirectory(data());
    store();
    Path page = folder.resolve("letter.html");
    Said said = letter("--issue", 12, "--language", "en", "--out", page);
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(Files.readString(page))
        .contains("A heading that only this folder has")
        .doesNotContain("We need to mobilise everyone");
  }

  /** Stores the tables of the register and of pictures, with one heading changed. */
  private void store() throws IOException, SQLException {
    String url =
        "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            .formatted(data().resolve("passerelle"));
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String migration : List.of("V0210__register.sql", "V0310__letter.sql")) {
        statement.execute(resource("/db/migration/common/" + migration));
      }
      int place = 0;
      for (Entry entry : Facts.shipped().everything()) {
        Map<String, Object> content = new LinkedHashMap<>(entry.content());
        if (entry.id().equals("letter-12-editorial")) {
          content.put("heading", Map.of("en", "A heading that only this folder has"));
        }
        try (PreparedStatement insert =
            connection.prepareStatement(
                "insert into register_entry (kind, id, revision, content, retired, place) values (?, ?, 1, ?, false, ?)")) {
          insert.setString(1, entry.kind().id());
          insert.setString(2, entry.id());
          insert.setString(3, StoredFacts.json(content));
          insert.setInt(4, place++);
          insert.executeUpdate();
        }
      }
    }
  }

  private static String resource(String name) throws IOException {
    try (var in = Objects.requireNonNull(WriteLetterTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void whatDoesNotFitIsOneSentenceAndLeavesNoFile() throws IOException {
    Path out = folder.resolve("x.pdf");
    isRefused(letter("--issue", 99, "--language", "fr", "--out", out), "no issue 99", "12, 13");
    isRefused(letter("--issue", 8, "--language", "fr", "--out", out), "no issue 8");
    isRefused(letter("--issue", 12, "--language", "de", "--out", out), "sr-Latn", "de");
    isRefused(letter("--issue", "twelve", "--language", "fr", "--out", out), "--issue");
    isRefused(letter("--issue", 12, "--language", "fr", "--out", folder.resolve("x.docx")), ".pdf");
    isRefused(
        letter("--issue", 12, "--language", "fr", "--out", folder.resolve("none/x.pdf")),
        "no folder");
    isRefused(letter("--issue", 12, "--language", "all", "--out", out), "no folder");
    isRefused(letter("--language", "fr", "--out", out), "--issue");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
