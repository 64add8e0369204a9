package org.passerelle.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is typed into a long form is kept while it is typed, with "Saved at 14:02" below it. A form
 * leaves that out only where its words may lie nowhere but under the key they are sealed to.
 */
class KeptWhileTypedTest {
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Pattern FORM = Pattern.compile("<form\\b.*?</form>", Pattern.DOTALL);
  private static final Pattern LONG = Pattern.compile("<textarea|\\brows = \"?[1-9]");

  /** Tips and what is said of them, and the names that an investigation protects. */
  private static final List<String> SEALED =
      List.of(
          "prevent/tip/door.jte",
          "prevent/tip/form.jte",
          "prevent/tip/inside.jte",
          "prevent/triage/outcomes.jte",
          "prevent/triage/tip.jte",
          "prosecute/protection/all.jte",
          "prosecute/protection/one.jte");

  @Test
  void longFormsAreKeptUnlessTheirWordsAreSealedToSomebody() throws IOException {
    List<String> kept = new ArrayList<>();
    List<String> not = new ArrayList<>();
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".jte")).sorted().toList()) {
        String name = TEMPLATES.relativize(file).toString();
        String text = Files.readString(file);
        for (String form : FORM.matcher(text).results().map(MatchResult::group).toList()) {
          if (form.contains("method=\"post\"") && LONG.matcher(form).find()) {
            (form.contains("data-keep=\"no\"") ? not : kept).add(name);
          }
        }
      }
    }
    assertThat(kept).hasSizeGreaterThan(100);
    assertThat(not.stream().distinct().toList()).isEqualTo(SEALED);
  }

  /** Whether it was, or not: without a connection the words are on the page alone. */
  @Test
  void bothLayoutsSayWhetherItWasSaved() throws IOException {
    for (String layout : List.of("house", "plain")) {
      assertThat(Files.readString(TEMPLATES.resolve("layout/" + layout + ".jte")))
          .contains("form.kept.now", "form.kept.not");
    }
  }
}
