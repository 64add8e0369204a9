package org.passerelle.protect.casework.phone.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.passerelle.language.FileTexts;
import org.passerelle.language.Language;

/** The files of the offline page. */
class PhoneShellTest {
  private static final Path FILES = Path.of("src/main/resources/static/phone");
  private static final int MOST_ON_THE_WIRE = 120_000;
  private static final Pattern SAID = Pattern.compile("say\\('([a-z0-9_.-]+)'");

  /** A missing text would be shown in double brackets. */
  @Test
  void everyTextThatThePageSaysIsWritten() throws IOException {
    Map<String, String> written =
        FileTexts.of(new Language("en"), "phone", "screening", "forms", "call", "house").strings();
    TreeSet<String> missing = new TreeSet<>();
    int found = 0;
    for (Path file : scripts()) {
      Matcher said = SAID.matcher(Files.readString(file));
      while (said.find()) {
        found++;
        if (!written.containsKey(said.group(1))) {
          missing.add(file.getFileName() + ": " + said.group(1));
        }
      }
    }
    assertThat(found).isGreaterThan(100);
    assertThat(missing).isEmpty();
  }

  @Test
  void itFitsThroughANarrowLine() throws IOException {
    long bytes = 0;
    for (Path file : scripts()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
        zip.write(Files.readAllBytes(file));
      }
      bytes += out.size();
    }
    assertThat(bytes).isLessThan(MOST_ON_THE_WIRE);
  }

  /** Third-party files come with their licences, and generated ones can be regenerated. */
  @Test
  void theLibraryStandsBesideItsLicences() throws IOException {
    assertThat(Files.readString(FILES.resolve("age.LICENSES.txt")))
        .contains(
            "age-encryption 0.3.1 (BSD-3-Clause)", "@noble/ciphers", "@scure/base", "esbuild");
  }

  /** Uses nothing that the content security policy forbids, and no code evaluation. */
  @Test
  void noScriptMakesScripts() throws IOException {
    for (Path file : scripts()) {
      assertThat(Files.readString(file, StandardCharsets.UTF_8))
          .as(file.toString())
          .doesNotContain("eval(", "new Function", "innerHTML", "document.write");
    }
  }

  private static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return new ArrayList<>(files.filter(file -> file.toString().endsWith(".js")).toList());
    }
  }
}
