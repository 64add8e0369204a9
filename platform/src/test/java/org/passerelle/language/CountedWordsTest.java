package org.passerelle.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A word that is counted agrees with its number: “1 projets sur 5” was read on a page. Only counts
 * out of a total are looked for: the first may be one, and no limit (“at most {0} files”) is
 * written like that.
 */
class CountedWordsTest {

  /** “{0} projets sur {1}”: the word belongs to the first number. */
  private static final Pattern FRENCH =
      Pattern.compile("\\{\\d}[ \u00a0]\\p{L}+[sx]( \\p{L}+)? sur \\{\\d}");

  /** “{0} of {1} projects”: the word belongs to the total. */
  private static final Pattern ENGLISH = Pattern.compile("\\{\\d} of \\{\\d} \\p{L}+s\\b");

  /** Sides of a picture and cells of a matrix, which are never a single one, and sums of money. */
  private static final List<String> NO_COUNT =
      List.of(
          "picture.refused.large",
          "picture.refused.small",
          "networkfile.figures",
          "compensation.stands.paid");

  @Test
  void aWordCountedOutOfATotalHasBothForms() throws IOException {
    Map<String, String> french = LanguageFiles.read("fr");
    Map<String, String> english = LanguageFiles.read("en");
    french.keySet().removeAll(NO_COUNT);
    english.keySet().removeAll(NO_COUNT);
    assertThat(french).allSatisfy((key, text) -> bare(key, text, FRENCH));
    assertThat(english).allSatisfy((key, text) -> bare(key, text, ENGLISH));
  }

  @Test
  void oneProjectIsSaidInTheSingular() {
    assertThat(said("fr", "programme.projects.head", 1, 5)).isEqualTo("1 projet sur 5");
    assertThat(said("en", "programme.projects.head", 1, 1)).isEqualTo("1 of 1 project");
    assertThat(said("fr", "programme.funding.head", 1, 5)).endsWith("1 projet sur 5");
  }

  private static String said(String language, String key, Object... arguments) {
    return FileTexts.of(new Language(language), "programme").text(key, arguments);
  }

  private static void bare(String key, String text, Pattern counted) {
    assertThat(text).as(key).doesNotContainPattern(counted);
  }
}
