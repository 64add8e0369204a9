package org.passerelle.prevent.tip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.passerelle.language.SerbianScript;

/**
 * The words of which return codes are made: 256 in each language, so that ten of them carry eighty
 * bits. Whoever types them may leave out accents and use either Serbian script. Immutable;
 * thread-safe.
 */
final class CodeWords {
  /** Words of a code: eight bits each. */
  static final int WORDS = 10;

  /** Languages with a list, in an order that never changes: a ticket names them by place. */
  static final List<String> LISTS = List.of("en", "fr", "sr");

  private static final int IN_A_LIST = 256;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");
  private static final Map<String, List<String>> WORDS_OF =
      Map.of("en", read("en"), "fr", read("fr"), "sr", read("sr"));

  private CodeWords() {}

  /** The list for a language of the screens. */
  static String list(String tag) {
    return LISTS.stream().filter(tag::startsWith).findFirst().orElse("en");
  }

  /** All words of a list. */
  static List<String> all(String list) {
    return Objects.requireNonNull(WORDS_OF.get(list), list);
  }

  /** The words for some bytes, one for each. */
  static List<String> of(String list, byte[] bytes) {
    List<String> words = new ArrayList<>();
    for (byte one : bytes) {
      words.add(all(list).get(one & 0xff));
    }
    return List.copyOf(words);
  }

  /** A code as it is compared, however it was typed. */
  static String normal(String typed) {
    String latin = SerbianScript.latin(typed.strip()).toLowerCase(Locale.ROOT);
    String plain =
        MARKS
            .matcher(Normalizer.normalize(latin, Normalizer.Form.NFD))
            .replaceAll("")
            .replace("đ", "dj")
            .replace("œ", "oe");
    return String.join(" ", List.of(BETWEEN.split(plain, -1))).strip();
  }

  private static List<String> read(String list) {
    String file = "/prevent/code-words.%s.txt".formatted(list);
    try (InputStream in = CodeWords.class.getResourceAsStream(file)) {
      List<String> words =
          new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList();
      if (words.size() != IN_A_LIST) {
        throw new IllegalStateException(
            "%s has %d words, not %d.%nMaybe a line was added or removed."
                .formatted(file, words.size(), IN_A_LIST));
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
