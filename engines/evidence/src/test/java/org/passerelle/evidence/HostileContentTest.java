package org.passerelle.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.evidence.internal.Forgery;

/** Whatever is sealed, verification ends with a verdict and never with an exception. */
class HostileContentTest {
  private static final int TRIES = 250;
  private static final String SEAL = "META-INF/signatures001.xml";
  private static final List<String> FILES =
      List.of("case-file.json", "custody.jsonl", "certificates.pem", "bag-info.txt", SEAL);
  private static final List<String> PARTS =
      List.of(
          "null", "[]", "{}", "-1", "1e99", "\"\"", "\n", "<x/>", "&#x0;", "AAAA", "}", "\u0000");

  @TempDir Path folder;

  /** A tree of a hundred thousand nested elements overflows a recursive reader. */
  @Test
  void aSealOfElementsWithinElements() throws IOException {
    int deep = 100_000;
    String nested = "<a>".repeat(deep) + "</a>".repeat(deep);
    Forgery forgery = Forgery.of(Cases.write(folder, Cases.of(Version.PROSECUTION)));
    String seal = new String(forgery.bytes(SEAL), StandardCharsets.UTF_8);
    for (String before : List.of("</ds:SignatureValue>", "</ds:X509Certificate>", "</ds:Object>")) {
      assertThat(seal).contains(before);
      hasNoSeal(forgery, seal.replace(before, nested + before), "seal");
    }
    hasNoSeal(forgery, "<a>".repeat(deep), "seal");
    hasNoSeal(forgery, nested, "seal");
  }

  /** A verifier holds the seal as a tree, which takes many times its bytes. */
  @Test
  void aSealOfManyBytes() throws IOException {
    Forgery forgery = Forgery.of(Cases.write(folder, Cases.of(Version.PROSECUTION)));
    String seal = new String(forgery.bytes(SEAL), StandardCharsets.UTF_8);
    String many = "<a></a>".repeat((9 << 20) / 7);
    hasNoSeal(forgery, seal.replace("</ds:Object>", many + "</ds:Object>"), "8388608 bytes");
  }

  private void hasNoSeal(Forgery forgery, String seal, String said) throws IOException {
    forgery.files().put(SEAL, seal.getBytes(StandardCharsets.UTF_8));
    Path file = forgery.write(folder.resolve("hostile.asice"));
    assertThat(Cases.verify(file).departures())
        .extracting(Departure::toString)
        .anyMatch(departure -> departure.contains(said));
  }

  @Test
  @Tag("long")
  void everyContainerHasAVerdict() throws IOException {
    Path sound = Cases.write(folder, Cases.of(Version.PROSECUTION));
    Random random = new Random(11);
    int unsound = 0;
    for (int i = 0; i < TRIES; i++) {
      Forgery forgery = Forgery.of(sound);
      String name = FILES.get(random.nextInt(FILES.size()));
      forgery.files().put(name, spoilt(forgery.bytes(name), random));
      if (!name.startsWith("META-INF")) {
        forgery.rebagged().resealed(Cases.PROSECUTION, Keys.NOW);
      }
      Path file = forgery.write(folder.resolve("hostile.asice"));
      assertThatCode(() -> Cases.verify(file))
          .as("%s, the %dth", name, i)
          .doesNotThrowAnyException();
      unsound += Cases.verify(file).sound() ? 0 : 1;
    }
    // a title may legitimately differ, if the office itself seals it
    assertThat(unsound).isGreaterThan(TRIES / 2);
  }

  private static byte[] spoilt(byte[] bytes, Random random) {
    int from = random.nextInt(bytes.length);
    int to = from + random.nextInt(Math.min(40, bytes.length - from));
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String part = PARTS.get(random.nextInt(PARTS.size()));
    String spoilt =
        switch (random.nextInt(4)) {
          case 0 -> text.substring(0, from) + text.substring(to);
          case 1 -> text.substring(0, from) + part + text.substring(to);
          case 2 -> text.substring(0, from) + text.substring(from).replaceFirst("\"[^\"]*\"", part);
          default -> text.substring(0, to) + text.substring(from);
        };
    return Arrays.copyOf(spoilt.getBytes(StandardCharsets.ISO_8859_1), spoilt.length());
  }
}
