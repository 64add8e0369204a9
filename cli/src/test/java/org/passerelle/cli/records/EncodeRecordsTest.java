package org.passerelle.cli.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.cli.Passerelle;

/** Lists are encoded, and encoded lists are linked; incompatible ones are refused. */
class EncodeRecordsTest {
  private static final String[] SYLLABLES = {
    "ar", "ben", "dra", "el", "fi", "gor", "han", "il", "jo", "kat", "le", "mir", "na", "os", "pet"
  };
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path left = Path.of("");
  private Path right = Path.of("");
  private Path key = Path.of("");

  @BeforeEach
  void listsAndAKey() throws IOException {
    StringBuilder one = new StringBuilder("nr,first_name,surname,dob,city\n");
    StringBuilder two = new StringBuilder("nr,first_name,surname,dob,city\n");
    SplittableRandom random = new SplittableRandom(4);
    for (int p = 0; p < 400; p++) {
      String first = word(random, 2);
      String last = word(random, 3);
      String rest =
          String.format(
              Locale.ROOT,
              "%d-%02d-%02d,Niš",
              random.nextInt(1960, 2012),
              random.nextInt(1, 13),
              random.nextInt(1, 29));
      one.append("a%d,%s,%s,%s%n".formatted(p, first, last, rest));
      if (p % 2 == 0) {
        two.append("b%d,%s,%s,%s%n".formatted(p, first, p % 6 == 0 ? last + "j" : last, rest));
      }
    }
    left = Files.writeString(folder.resolve("left.csv"), one.toString());
    right = Files.writeString(folder.resolve("right.csv"), two.toString());
    key = Files.writeString(folder.resolve("key"), "9f8e7d6c5b4a39281706f5e4d3c2b1a0\n");
  }

  private static String word(SplittableRandom random, int syllables) {
    StringBuilder word = new StringBuilder();
    for (int s = 0; s < syllables; s++) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }

  private int run(Object... arguments) {
    return Passerelle.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  private Path encoded(Path list, String name, Object... more) {
    Path target = folder.resolve(name);
    Object[] all =
        Stream.concat(Stream.of("encode", list, "--key", key, "--out", target), Stream.of(more))
            .toArray();
    assertThat(run(all)).as(err.toString()).isZero();
    return target;
  }

  @Test
  void encodedListsAreLinkedWithoutNames() throws IOException {
    for (String scheme : new String[] {"saul", "clk", "attributes"}) {
      Path a = encoded(left, scheme + "-a.csv", "--scheme", scheme);
      Path b = encoded(right, scheme + "-b.csv", "--scheme", scheme);
      assertThat(Files.readString(a))
          .startsWith("#passerelle-encoding scheme=" + scheme)
          .doesNotContain("Niš", "1980", "katarpet");
      Path matches = folder.resolve(scheme + ".csv");
      assertThat(run("link", a, b, "--out", matches)).as(err.toString()).isZero();
      List<String> pairs = Files.readAllLines(matches).stream().skip(1).toList();
      assertThat(pairs).as(scheme).hasSizeBetween(185, 200);
      assertThat(pairs).allMatch(pair -> pair.matches("a(\\d+),b\\1,.*"));
    }
  }

  @Test
  void whatEncodingsOfWholeRecordsCannotTellIsSaidBeforeTheyAreCompared() {
    Path target = folder.resolve("matches.csv");
    for (String scheme : new String[] {"saul", "clk"}) {
      Path one = encoded(left, scheme + ".csv", "--scheme", scheme);
      Path two = encoded(right, scheme + "-two.csv", "--scheme", scheme);
      assertThat(run("link", one, "--out", target)).isEqualTo(2);
      assertThat(err.toString())
          .contains("members of a family apart: within one list", "--scheme attributes")
          .endsWith(".\n");
      assertThat(target).doesNotExist();
      err.getBuffer().setLength(0);
      assertThat(run("link", one, two, "--out", target)).isZero();
      assertThat(err.toString()).contains("do not tell members of a family apart");
      assertThat(run("link", one, "--threshold", "0.9", "--out", target)).isZero();
      err.getBuffer().setLength(0);
      target.toFile().delete();
    }
    Path byAttribute = encoded(left, "attributes.csv", "--scheme", "attributes");
    assertThat(run("link", byAttribute, "--out", target)).as(err.toString()).isZero();
    assertThat(err.toString()).doesNotContain("family");
  }

  /** A list with addresses tells how many of its records have family beside them, to a tenth. */
  @Test
  void whatShareHasFamilyIsToldInTheFirstLine() throws IOException {
    Path alone = encoded(atAddresses("alone", 1), "alone-saul.csv", "--scheme", "saul");
    Path again = encoded(atAddresses("again", 1), "again-saul.csv", "--scheme", "saul");
    Path houses = encoded(atAddresses("houses", 2), "houses-saul.csv", "--scheme", "saul");
    assertThat(Files.readAllLines(alone).get(0)).contains(" families=0.0");
    assertThat(Files.readAllLines(houses).get(0)).contains(" families=1.0");
    Path target = folder.resolve("matches.csv");
    err.getBuffer().setLength(0);
    assertThat(run("link", alone, again, "--out", target)).as(err.toString()).isZero();
    assertThat(run("link", alone, "--out", target)).as(err.toString()).isZero();
    assertThat(err.toString()).doesNotContain("family");
    assertThat(run("link", alone, houses, "--out", target)).as(err.toString()).isZero();
    assertThat(err.toString()).contains("about 100 % of the records of houses-saul.csv");
    assertThat(run("link", houses, "--out", target)).isEqualTo(2);
  }

  /** So many records of one surname at each address, with a first name and a birth of their own. */
  private Path atAddresses(String name, int each) throws IOException {
    StringBuilder rows = new StringBuilder("nr,first_name,surname,dob,address\n");
    SplittableRandom random = new SplittableRandom(9);
    for (int p = 0; p < 200; p++) {
      String last = word(random, 4);
      for (int i = 0; i < each; i++) {
        rows.append(
            "%s%d-%d,%s,%s,%d-0%d-1%d,Ulica %d%n"
                .formatted(name, p, i, word(random, 3), last, 1950 + p % 50 + i, 1 + i, i, p));
      }
    }
    return Files.writeString(folder.resolve(name + ".csv"), rows.toString());
  }

  @Test
  void falseRecordsCannotBeToldFromTrueOnes() throws IOException {
    Path a = encoded(left, "padded.csv", "--padding", "0.5");
    assertThat(Files.readAllLines(a)).hasSize(602);
    Path names = folder.resolve("padded.csv.own.csv");
    assertThat(Files.readAllLines(names)).hasSize(401);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(names)))
        .isEqualTo("rw-------");
    assertThat(Files.readAllLines(a).stream().skip(2))
        .allMatch(l -> l.matches("[0-9a-f]{16},.{172}"));
  }

  @Test
  void whatCannotBeComparedIsRefusedAndNothingIsWritten() throws IOException {
    Path saul = encoded(left, "saul.csv");
    Path clk = encoded(right, "clk.csv", "--scheme", "clk");
    Path three = encoded(right, "three.csv", "--functions", "3");
    Path elsewhere = encoded(right, "elsewhere.csv", "--partners", "a@fr,b@rs");
    Path other = Files.writeString(folder.resolve("other"), "00112233445566778899aabbccddeeff");
    Path wrongKey = folder.resolve("wrong.csv");
    assertThat(run("encode", right, "--key", other, "--out", wrongKey)).isZero();
    Path broken = folder.resolve("broken.csv");
    String text = Files.readString(saul);
    Files.writeString(broken, text.substring(0, text.length() - 60) + "\n");
    Path unknown =
        Files.writeString(
            folder.resolve("unknown.csv"), text.replace("scheme=saul", "scheme=paul"));
    Path weak = Files.writeString(folder.resolve("weak"), "secret");
    Path target = folder.resolve("target.csv");
    Object[][] wrong = {
      {"link", saul, clk, "--out", target},
      {"link", saul, three, "--out", target},
      {"link", saul, elsewhere, "--out", target},
      {"link", saul, wrongKey, "--out", target},
      {"link", saul, right, "--out", target},
      {"link", left, saul, "--out", target},
      {"link", broken, "--out", target},
      {"link", unknown, "--out", target},
      {"encode", left, "--key", weak, "--out", target},
      {"encode", left, "--key", folder.resolve("none"), "--out", target},
      {"encode", left, "--key", folder, "--out", target},
      {"encode", left, "--key", key, "--scheme", "rot13", "--out", target},
      {"encode", left, "--key", key, "--functions", "0", "--out", target},
      {"encode", left, "--key", key, "--padding", "-1", "--out", target},
      {"encode", saul, "--key", key, "--out", target},
      {"encode", left, "--out", target},
    };
    err.getBuffer().setLength(0);
    for (Object[] arguments : wrong) {
      assertThat(run(arguments)).as(List.of(arguments).toString()).isEqualTo(2);
    }
    assertThat(err.toString().lines())
        .hasSize(wrong.length)
        .allMatch(line -> line.startsWith("passerelle: ") && line.endsWith("."));
    assertThat(target).doesNotExist();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
    }
  }

  @Test
  void aForgedFingerprintOfAKeyIsRefused() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "00112233445566778899aabbccddeeff");
    for (String scheme : new String[] {"saul", "clk", "attributes"}) {
      Path ours = encoded(left, scheme + "-ours.csv", "--scheme", scheme);
      Path theirs = folder.resolve(scheme + "-theirs.csv");
      assertThat(run("encode", right, "--key", other, "--scheme", scheme, "--out", theirs))
          .isZero();
      String first = Files.readString(ours).lines().findFirst().orElseThrow();
      String text = Files.readString(theirs);
      Path forged =
          Files.writeString(
              folder.resolve(scheme + "-forged.csv"), first + text.substring(text.indexOf('\n')));
      Path target = folder.resolve("target.csv");
      assertThat(run("link", ours, forged, "--out", target)).as(scheme).isEqualTo(2);
      assertThat(err.toString()).contains("made with different keys").endsWith(".\n");
      assertThat(target).doesNotExist();
    }
  }

  /** In none of them do encodings of whole records tell persons apart. */
  @ParameterizedTest
  @ValueSource(strings = {"camp", "village", "moved", "settlement", "agencies"})
  void noDesignOfFamiliesIsEncodedAsAWholeByDefault(String design) {
    Path list = folder.resolve(design + ".csv");
    assertThat(
            run(
                "generate-records",
                "--design",
                design,
                "--persons",
                300,
                "--seed",
                6,
                "--out",
                list))
        .as(err.toString())
        .isZero();
    Path target = folder.resolve(design + ".encoded.csv");
    assertThat(run("encode", list, "--key", key, "--out", target)).isEqualTo(2);
    assertThat(err.toString()).contains("a family member", "--scheme attributes");
    assertThat(target).doesNotExist();
  }

  @Test
  void whereNothingTellsOfFamiliesThatIsSaidBeforeAnythingIsCompared() throws IOException {
    Path nowhere = folder.resolve("nowhere.csv");
    Files.writeString(nowhere, "id,given_name,surname,dob\n1,Ana,Lukić,1990-02-03\n");
    encoded(nowhere, "nowhere-saul.csv");
    assertThat(err.toString())
        .contains("nothing tells whether it holds families", "--scheme attributes");
    err.getBuffer().setLength(0);
    encoded(nowhere, "nowhere-attributes.csv", "--scheme", "attributes");
    encoded(atAddresses("somewhere", 1), "somewhere-saul.csv");
    assertThat(err.toString()).doesNotContain("nothing tells");
  }

  @Test
  void aListOfFamiliesIsNotEncodedAsAWholeUnlessSomebodyWantsThat() {
    Path families = folder.resolve("families.csv");
    assertThat(run("generate-records", "--persons", 300, "--families", 0.5, "--out", families))
        .isZero();
    Path target = folder.resolve("families.encoded.csv");
    assertThat(run("encode", families, "--key", key, "--out", target)).isEqualTo(2);
    assertThat(err.toString()).contains("a family member", "--scheme attributes");
    assertThat(target).doesNotExist();
    encoded(families, "by-attribute.csv", "--scheme", "attributes");
    encoded(families, "whole.csv", "--scheme", "saul");
    assertThat(err.toString()).contains("take families for one person");
  }
}
