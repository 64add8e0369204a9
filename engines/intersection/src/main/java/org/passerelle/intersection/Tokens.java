package org.passerelle.intersection;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.passerelle.linkage.names.RegionalNames;

/**
 * Derives tokens from what is known of a person. A file has few, the most likely readings of its
 * name; a question has many, which costs the asker little and keeps the standing set small. Safe
 * for concurrent use.
 *
 * <pre>{@code
 * Identity arben = new Identity(List.of("Arben Hoxha"), Birth.in(2011), List.of(), List.of());
 * List<Token> tokens = Tokens.load().ofFile(arben);
 * }</pre>
 */
public final class Tokens {
  private static final int WORDS = 4;
  private static final int SHORTEST_DOCUMENT = 5;
  private static final int DIGITS = 8;
  private static final int SHORTEST_NUMBER = 6;
  private static final String ALIKE = "АВЕКМНОРСТУХЈЅІΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
  private static final String LATIN = "ABEKMHOPCTYXJSIABEZHIKMNOPTYX";
  private final RegionalNames names;

  private Tokens(RegionalNames names) {
    this.names = names;
  }

  /** With the rules for names of the region. */
  public static Tokens load() {
    return new Tokens(RegionalNames.load());
  }

  /** The tokens of a findable file: at most {@link Kind#MOST_OF_A_FILE}. */
  public List<Token> ofFile(Identity identity) {
    return of(identity, true);
  }

  /** The tokens of a person asked for: at most {@link Kind#OF_A_QUESTION}. */
  public List<Token> ofQuestion(Identity identity) {
    return of(identity, false);
  }

  private List<Token> of(Identity identity, boolean file) {
    List<Token> tokens = new ArrayList<>();
    take(tokens, Kind.DOCUMENT, file, documents(identity));
    take(tokens, Kind.TELEPHONE, file, telephones(identity));
    Birth birth = identity.birth();
    if (birth.day() != null) {
      take(
          tokens, Kind.NAME_AND_DATE, file, with(rough(identity, file), List.of("" + birth.day())));
    }
    take(tokens, Kind.NAME_AND_YEAR, file, with(fine(identity, file), years(birth, file)));
    return tokens;
  }

  /** A question includes the adjacent years: a stated age is often a year off. */
  private static List<String> years(Birth birth, boolean file) {
    List<String> years = new ArrayList<>();
    int last = Math.min(birth.last(), birth.first() + 1);
    for (int year = birth.first(); year <= last; year++) {
      years.add(Integer.toString(year));
    }
    if (!file && !years.isEmpty()) {
      years.add(Integer.toString(birth.first() - 1));
      years.add(Integer.toString(last + 1));
    }
    return years;
  }

  private static void take(List<Token> tokens, Kind kind, boolean file, List<String> texts) {
    texts.stream().distinct().limit(kind.most(file)).forEach(t -> tokens.add(new Token(kind, t)));
  }

  private static List<String> with(List<String> names, List<String> times) {
    List<String> all = new ArrayList<>();
    names.forEach(name -> times.forEach(time -> all.add(name + " " + time)));
    return all;
  }

  private List<String> rough(Identity identity, boolean file) {
    return pairs(identity, word -> PhoneticName.rough(names, word), file ? 2 : 8);
  }

  private List<String> fine(Identity identity, boolean file) {
    return pairs(identity, word -> PhoneticName.fine(names, word), file ? 2 : 6);
  }

  /** Two words of each name in alphabetical order, the most likely readings first. */
  private List<String> pairs(
      Identity identity, Function<String, List<String>> heard, int readings) {
    List<List<String>> each = new ArrayList<>();
    for (String name : identity.names()) {
      List<String> words = names.words(name);
      int used = Math.min(WORDS, words.size());
      for (int i = 0; i < used; i++) {
        for (int j = i + 1; j < used; j++) {
          each.add(crossed(heard.apply(words.get(i)), heard.apply(words.get(j)), readings));
        }
      }
    }
    return PhoneticName.inTurn(each);
  }

  private static List<String> crossed(List<String> left, List<String> right, int readings) {
    List<String> all = new ArrayList<>();
    int a = Math.min(readings, left.size());
    int b = Math.min(readings, right.size());
    for (int sum = 0; sum <= a + b; sum++) {
      for (int i = 0; i <= sum && i < a; i++) {
        if (sum - i < b) {
          String one = left.get(i);
          String two = right.get(sum - i);
          all.add(one.compareTo(two) <= 0 ? one + " " + two : two + " " + one);
        }
      }
    }
    return all;
  }

  /**
   * Letters and digits only, with look-alike letters merged, so that a Cyrillic А equals a Latin A.
   */
  private static List<String> documents(Identity identity) {
    return identity.documents().stream()
        .map(Tokens::document)
        .filter(d -> d.length() >= SHORTEST_DOCUMENT && d.chars().anyMatch(Character::isDigit))
        .toList();
  }

  private static String document(String number) {
    StringBuilder out = new StringBuilder();
    Normalizer.normalize(number, Normalizer.Form.NFKD)
        .toUpperCase(Locale.ROOT)
        .codePoints()
        .forEach(
            c -> {
              int digit = Character.digit(c, 10);
              int alike = ALIKE.indexOf(c);
              if (digit >= 0) {
                out.append(digit);
              } else if (alike >= 0) {
                out.append(LATIN.charAt(alike));
              } else if (Character.isLetter(c)) {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private static List<String> telephones(Identity identity) {
    List<String> all = new ArrayList<>();
    for (String number : identity.telephones()) {
      StringBuilder digits = new StringBuilder();
      number
          .codePoints()
          .map(c -> Character.digit(c, 10))
          .filter(d -> d >= 0)
          .forEach(digits::append);
      if (digits.length() >= SHORTEST_NUMBER) {
        all.add(digits.substring(Math.max(0, digits.length() - DIGITS)));
      }
    }
    return all;
  }
}
