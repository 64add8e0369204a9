package org.passerelle.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Serbian texts call people and things as the office does. */
class SerbianWordsTest {
  private static final Path SERBIAN = Path.of("src/main/resources/language/sr");

  /** "Водитељ" alone is a presenter on television. */
  private static final Pattern PRESENTER = Pattern.compile("(?iU)\\bводитељ\\p{L}*+(?! случаја)");

  /** Said of goods, or of work between colleagues; a child is not handed over like that. */
  private static final Pattern TRANSFER = Pattern.compile("(?iU)примопредај");

  @Test
  void whoLeadsACaseIsNeverABarePresenter() throws IOException {
    assertThat(lines()).filteredOn(line -> PRESENTER.matcher(line).find()).isEmpty();
  }

  @Test
  void noPersonIsDeliveredLikeGoods() throws IOException {
    assertThat(lines())
        .filteredOn(line -> TRANSFER.matcher(line).find())
        .extracting(line -> line.replaceFirst("=.*", ""))
        .containsExactlyInAnyOrder(
            "audit.properties: audit.action.case.taken-over",
            "held.properties: held.case_handover");
  }

  private static List<String> lines() throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(SERBIAN)) {
      for (Path file : files.sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          all.add("%s: %s".formatted(file.getFileName(), line));
        }
      }
    }
    assertThat(all).hasSizeGreaterThan(1000);
    return all;
  }
}
