package org.passerelle.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An independent checker in another language, written from docs/case-file.md, agrees on sound and
 * forged case files. Skipped without python3 and its cryptography library.
 */
@Tag("long")
class StandAloneCheckerTest {
  private static final Path CHECKER = Path.of("../../e2e/case-file/check.py").toAbsolutePath();

  @TempDir Path folder;

  /** The checker's output and the words it used. */
  private record Said(int code, Set<String> words, String text) {}

  @BeforeAll
  static void thereIsAPython() throws Exception {
    String needed =
        "from cryptography import x509; x509.load_pem_x509_certificates;"
            + " x509.Certificate.not_valid_before_utc";
    assumeTrue(run("-c", needed).code() == 0, "python3 with cryptography 42 or later");
  }

  private static Said run(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = Files.exists(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      return new Said(-1, Set.of(), String.valueOf(e.getMessage()));
    }
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Set<String> words =
        text.lines()
            .filter(line -> line.contains(": "))
            .map(line -> line.substring(0, line.indexOf(' ')))
            .collect(Collectors.toCollection(TreeSet::new));
    return new Said(process.waitFor(), words, text);
  }

  private Said check(Path file) throws IOException, InterruptedException {
    Path trusted = folder.resolve("trusted.pem");
    Files.writeString(
        trusted,
        Certificates.of(Set.of(Cases.PROSECUTION.certificate(), Hand.EXPIRED.certificate())).pem());
    return run(CHECKER.toString(), file.toString(), trusted.toString());
  }

  @Test
  void bothVersionsAreSound() throws Exception {
    for (Version version : Version.values()) {
      Said said = check(Cases.write(folder, Cases.of(version)));
      assertThat(said.code()).as(said.text()).isZero();
      assertThat(said.words()).isEmpty();
    }
  }

  @Test
  void everyKindOfKeyIsRead() throws Exception {
    for (String curve : new String[] {"secp384r1", "secp521r1", "RSA"}) {
      Signatory by = Keys.of(curve, curve, Keys.NOW.plusSeconds(3_000_000_000L));
      Path file = Cases.write(folder, Cases.of(Version.PROSECUTION), by);
      Said said = run(CHECKER.toString(), file.toString());
      assertThat(said.code()).as(said.text()).isZero();
    }
  }

  @Test
  void eachForgeryIsNamedByTheSameWords() throws Exception {
    Path sound = Cases.write(folder, Cases.of(Version.PROSECUTION));
    Path other = Cases.write(Files.createDirectory(folder.resolve("other")), Cases.another());
    Random random = new Random(7);
    for (int i = 0; i < 2 * Mutations.values().length; i++) {
      Mutations mutation = Mutations.turn(i);
      Path file = folder.resolve("mutated.asice");
      Files.copy(sound, file, StandardCopyOption.REPLACE_EXISTING);
      mutation.apply(new Hand(file, other, random));
      Set<String> here =
          new CaseFileVerifier(
                  Set.of(Cases.PROSECUTION.certificate(), Hand.EXPIRED.certificate()), Cases.LATER)
              .verify(file).departures().stream()
                  .map(departure -> departure.kind().word())
                  .collect(Collectors.toCollection(TreeSet::new));
      Said said = check(file);
      assertThat(said.code()).as("%s: %s", mutation, said.text()).isEqualTo(1);
      if (mutation.kind() == null) {
        // a changed byte may make a line unreadable for one and wrong for the other
        assertThat(said.words()).as("%s: %s", mutation, said.text()).containsAnyElementsOf(here);
      } else {
        assertThat(said.words()).as("%s: %s", mutation, said.text()).isEqualTo(here);
      }
    }
  }
}
