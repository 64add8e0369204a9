package org.passerelle.protect.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever sees a case for a time only is nowhere taken for somebody who sees it for good. */
class CaseAccessTest {
  private static final Pattern ASKS =
      Pattern.compile("from case_member m where[^\"]*?m\\.user_id = :user([^)\"]*)");

  @Test
  void everyQuestionWhoSeesACaseAsksUntilWhen() throws IOException {
    int found = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher asks = ASKS.matcher(Files.readString(file));
        while (asks.find()) {
          found++;
          assertThat(asks.group(1)).as(file.toString()).contains("m.until_at > ");
        }
      }
    }
    assertThat(found).isGreaterThanOrEqualTo(9);
  }
}
