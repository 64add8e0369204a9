package org.passerelle.understand.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.passerelle.linkage.names.RegionalNames;
import org.passerelle.linkage.names.RegionalPlaces;

/**
 * What in the text of an interview may tell who somebody is: names of the lists of the record
 * linkage, numbers, addresses, places. It finds likely ones, not all, and asks rather than decides:
 * a word that is also a name is left to whoever knows the text. Nothing is inferred about anybody.
 */
public final class Suspects {
  /** What stands for each struck letter. Places of codings are counted in letters, and stay. */
  public static final char STRUCK = '█';

  private static final RegionalNames NAMES = RegionalNames.load();
  private static final RegionalPlaces PLACES = RegionalPlaces.load();

  /** Nearest distance at which a word counts as a known name; 0 is the same sounds. */
  private static final double SAME = 0.02;

  /** Everyday words that are also names; at the beginning of a sentence they are words. */
  private static final Set<String> EVERYDAY = Set.of("нико", "niko", "нека", "neka");

  private static final int AROUND = 40;
  private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]*\\w");

  /** Seven figures or more, with what stands between the figures of a telephone number. */
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d(?:[ ()/.\u00a0-]{0,2}\\d){6,14}");

  /** A day or a span of years has as many figures. */
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{1,2}[./ -]{1,2}\\d{1,2}[./ -]{1,2}\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{4} ?[-/] ?\\d{4}");

  private static final Pattern STREET =
      Pattern.compile(
          "(?iu)\\b(?:ulica|ulici|улица|улици|ул\\.|ul\\.|rue|rruga|street|булевар|bulevar)"
              + " [\\p{L}\\p{N}][\\p{L} ]{1,30}?[, ]+(?:br\\. ?|бр\\. ?|n° ?)?\\d{1,4}\\b");

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}’'-]*");

  private Suspects() {}

  /** What a suspect may be. */
  public enum Kind {
    NAME,
    NUMBER,
    MAIL,
    ADDRESS,
    PLACE;

    /** Whether it is struck out unless somebody says otherwise; a study may need its places. */
    public boolean tells() {
      return this != PLACE;
    }

    /** As in the language files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Something that may tell who somebody is.
   *
   * @param text as it stands in the text
   * @param times how often
   * @param around its first place with a few words around it
   */
  public record Suspect(Kind kind, String text, int times, String around) {}

  /**
   * Suspects of a text in the order of their first place; each once.
   *
   * @param known words that are no secret, such as the pseudonym
   */
  public static List<Suspect> in(String text, Collection<String> known) {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    add(text, MAIL, Kind.MAIL, kinds);
    add(text, STREET, Kind.ADDRESS, kinds);
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      if (!DATE.matcher(number.group().strip()).matches()) {
        kinds.putIfAbsent(number.group().strip(), Kind.NUMBER);
      }
    }
    names(text, kinds);
    known.forEach(kinds::remove);
    List<Suspect> found = new ArrayList<>();
    kinds.forEach(
        (word, kind) -> {
          Matcher at = places(word).matcher(text);
          int first = -1;
          int times = 0;
          while (at.find()) {
            first = first < 0 ? at.start() : first;
            times++;
          }
          if (times > 0) {
            found.add(new Suspect(kind, word, times, around(text, first, word.length())));
          }
        });
    found.sort(Comparator.comparingInt(one -> text.indexOf(one.text())));
    return found;
  }

  private static void add(String text, Pattern pattern, Kind kind, Map<String, Kind> kinds) {
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      kinds.putIfAbsent(found.group(), kind);
    }
  }

  /** A word with a capital, and what it may be by itself. */
  private record Capital(int starts, int ends, String text, boolean begins, boolean name) {}

  /** Capitalised words that are known, with those that stand beside them as surnames do. */
  private static void names(String text, Map<String, Kind> kinds) {
    List<Capital> run = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      boolean capital =
          Character.isUpperCase(word.group().codePointAt(0))
              && word.group().length() > 2
              && !word.group().equals(word.group().toUpperCase(Locale.ROOT));
      boolean beside =
          !run.isEmpty() && text.substring(run.get(run.size() - 1).ends, word.start()).equals(" ");
      if (!capital || !beside) {
        judge(run, kinds);
        run.clear();
      }
      if (capital) {
        run.add(
            new Capital(
                word.start(),
                word.end(),
                word.group(),
                begins(text, word.start()),
                isName(word.group())));
      }
    }
    judge(run, kinds);
  }

  private static void judge(List<Capital> run, Map<String, Kind> kinds) {
    // a word that is written large because it begins a sentence needs another beside it
    List<Capital> words =
        run.size() == 1 || run.isEmpty() || run.get(0).name || !run.get(0).begins
            ? run
            : run.subList(1, run.size());
    boolean known =
        words.stream().anyMatch(one -> one.name && (!one.begins || words.size() > 1))
            || (words.size() == 1
                && words.get(0).name
                && words.get(0).text.length() > 3
                && !(words.get(0).begins
                    && EVERYDAY.contains(words.get(0).text.toLowerCase(Locale.ROOT))));
    for (Capital one : words) {
      if (isPlace(one.text)) {
        kinds.putIfAbsent(one.text, Kind.PLACE);
      } else if (known) {
        kinds.putIfAbsent(one.text, Kind.NAME);
      }
    }
  }

  private static boolean begins(String text, int at) {
    String before = text.substring(0, at).stripTrailing();
    return before.isEmpty()
        || text.substring(before.length(), at).contains("\n")
        || ".!?:…–—«„“\"".indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  private static boolean isName(String word) {
    return forms(word)
        .anyMatch(form -> NAMES.known(form).stream().anyMatch(known -> known.cost() < SAME));
  }

  private static boolean isPlace(String word) {
    return forms(word).anyMatch(PLACES::knows);
  }

  /** The word, and what it is the case of in the languages that have cases. */
  private static Stream<String> forms(String word) {
    int length = word.length();
    if (length < 5 || (word.matches("\\p{IsLatin}+") && word.endsWith("s"))) {
      return Stream.of(word);
    }
    String less = word.substring(0, length - 1);
    String a = word.matches(".*\\p{IsCyrillic}.*") ? "а" : "a";
    return "уиеоюomuieаa".indexOf(word.charAt(length - 1)) < 0
        ? Stream.of(word)
        : Stream.of(word, less, less + a);
  }

  private static String around(String text, int at, int length) {
    int from = Math.max(0, at - AROUND);
    int to = Math.min(text.length(), at + length + AROUND);
    return (from > 0 ? "…" : "")
        + text.substring(from, to).strip()
        + (to < text.length() ? "…" : "");
  }

  private static Pattern places(String word) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])");
  }

  /** The text with every place of these words struck out, as long as before. */
  public static String struck(String text, Collection<String> words) {
    String left = text;
    for (String word : words) {
      if (!word.isBlank()) {
        String sign = word.strip().replaceAll("\\S", String.valueOf(STRUCK));
        left = places(word.strip()).matcher(left).replaceAll(Matcher.quoteReplacement(sign));
      }
    }
    return left;
  }
}
