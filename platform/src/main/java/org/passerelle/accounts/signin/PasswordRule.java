package org.passerelle.accounts.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.accounts.DemoUsers;
import org.passerelle.accounts.Organisation;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * Rule for passwords: at least twelve characters, and none of those that attackers try first.
 * Special characters or capitals are not required (NIST SP 800-63B, ASVS 5.0 V6.2).
 */
@Component
public class PasswordRule {
  static final int SHORTEST = 12;
  static final int LONGEST = 200;
  private static final List<String> RUNS =
      List.of(
          "0123456789012345678901234567890",
          "abcdefghijklmnopqrstuvwxyz",
          "qwertyuiopasdfghjklzxcvbnm",
          "qwertzuiopasdfghjklyxcvbnm",
          "azertyuiopqsdfghjklmwxcvbn",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
          "абвгдђежзијклљмнњопрстћуфхцчџш");

  /** Passwords printed in the product's own documentation, known to every reader. */
  private static final Set<String> DOCUMENTED = Set.of(DemoUsers.PASSWORD);

  private final Set<String> passwords = lines("breached-passwords.txt");
  private final Set<String> words = lines("breached-words.txt");

  /**
   * Checks a password.
   *
   * @param own login, name and organisation, which a password must not contain
   * @return key of the message, or empty if it is acceptable
   */
  public Optional<String> problem(String password, String... own) {
    String typed = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    int length = typed.codePointCount(0, typed.length());
    if (length < SHORTEST) {
      return Optional.of("access.password.short");
    }
    if (password.length() > LONGEST) {
      return Optional.of("access.password.long");
    }
    if (holds(typed, own)) {
      return Optional.of("access.password.own");
    }
    return known(typed) ? Optional.of("access.password.known") : Optional.empty();
  }

  /**
   * The same for a user of an organisation.
   *
   * @throws Refused with the reason
   */
  void check(String password, String login, Organisation organisation) {
    problem(
            password,
            login,
            organisation.handle(),
            String.join(" ", organisation.name().byLanguage().values()))
        .ifPresent(
            key -> {
              throw new Refused(key);
            });
  }

  private static boolean holds(String typed, String... own) {
    return Arrays.stream(own)
        .flatMap(text -> Arrays.stream(text.toLowerCase(Locale.ROOT).split("[@\\s,.„”\"()-]+", -1)))
        .anyMatch(part -> part.length() >= 4 && typed.contains(part));
  }

  private boolean known(String typed) {
    String bare = bare(typed);
    return passwords.contains(typed)
        || DOCUMENTED.contains(typed)
        || words.contains(bare)
        || words.contains(bare(unmasked(typed)))
        || typed.codePoints().distinct().count() < 5
        || repeats(typed)
        || isRun(typed);
  }

  /** The text without digits and punctuation around a word. */
  private static String bare(String text) {
    return text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
  }

  /** The text with letters in place of digits and symbols that stand for them. */
  private static String unmasked(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (char c : bareOfDigitsAtTheEnd(text).toCharArray()) {
      int at = "013457@$!".indexOf(c);
      letters.append(at < 0 ? c : "oieastasi".charAt(at));
    }
    return letters.toString();
  }

  private static String bareOfDigitsAtTheEnd(String text) {
    return text.replaceAll("[^\\p{L}@$]+$", "");
  }

  private boolean repeats(String typed) {
    for (int size = 1; size <= typed.length() / 2; size++) {
      String unit = typed.substring(0, size);
      if (unit.repeat(typed.length() / size + 1).startsWith(typed)
          && (size <= 6 || words.contains(unit))) {
        return true;
      }
    }
    return false;
  }

  /** Ten neighbouring keys or letters, forwards or backwards. */
  private static boolean isRun(String typed) {
    String letters = typed.replaceAll("[^\\p{L}\\p{Nd}]", "");
    String backwards = new StringBuilder(letters).reverse().toString();
    for (String run : RUNS) {
      for (int at = 0; at + 10 <= run.length(); at++) {
        String ten = run.substring(at, at + 10);
        if (letters.length() < 20 && (letters.contains(ten) || backwards.contains(ten))) {
          return true;
        }
      }
    }
    return false;
  }

  private static Set<String> lines(String file) {
    try (InputStream in =
            Objects.requireNonNull(
                PasswordRule.class.getResourceAsStream("/access/" + file), file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(l -> !l.startsWith("#")).collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
