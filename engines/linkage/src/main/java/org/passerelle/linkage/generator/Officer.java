package org.passerelle.linkage.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.linkage.names.internal.Letters;
import org.passerelle.linkage.names.internal.Orthography;
import org.passerelle.linkage.names.internal.RuleFile;
import org.passerelle.linkage.names.internal.Script;

/** How an officer of a country writes a name down: copied, from a Latin line, or by ear. */
final class Officer {
  /** What the officer goes by in one record. */
  enum Way {
    COPY,
    WITHOUT_MARKS,
    LATIN_LINE,
    ZONE,
    BY_EAR
  }

  private static final String VOWELS = "aeiouəɨüö";
  private static final String GREEK_VOWELS = "αεηιουω";
  private static final String GREEK_ACCENTED = "άέήίόύώ";
  private static final Pattern SEPARATORS = Pattern.compile("[ -]");
  private static final Pattern GREEK_SYLLABLES = Pattern.compile("ου|[αεηιουω]");
  private final String country;
  private final Script script;
  private final List<String> own;
  private final double asIs;
  private final double withoutMarks;
  private final double passport;
  private final Map<String, String> letters;
  private final Map<String, String> start;
  private final Map<String, String> end;
  private final Map<String, String> between;
  private final List<Map.Entry<String, String>> joined;
  private final boolean accent;
  private final double dressed;

  private Officer(String country, RuleFile file) {
    this.country = country;
    script = Script.valueOf(file.text("script").toUpperCase(Locale.ROOT));
    own = file.texts("own");
    asIs = file.part("copy").number("as_is");
    withoutMarks = file.part("copy").number("without_diacritics");
    passport = file.number("passport");
    letters = file.part("letters").pairs();
    start = file.part("start").pairs();
    end = file.part("end").pairs();
    between = file.part("between").pairs();
    joined =
        file.part("joined").pairs().entrySet().stream()
            .sorted(Comparator.comparingInt(e -> -e.getKey().length()))
            .toList();
    accent = file.has("accent");
    dressed = file.has("dressed") ? file.number("dressed") : 0;
  }

  /** One of each country, in the file's order. */
  static List<Officer> read() {
    RuleFile file = RuleFile.read("persons/writers.yaml");
    List<Officer> officers = new ArrayList<>();
    for (Object key : file.values().keySet()) {
      officers.add(new Officer(key.toString(), file.part(key.toString())));
    }
    return officers;
  }

  String country() {
    return country;
  }

  Script script() {
    return script;
  }

  /** What this officer goes by for a person of a country. */
  Way way(Orthography theirs, TravelPaper paper, Draw draw) {
    if (own.contains(theirs.id())) {
      return Way.COPY;
    }
    if (theirs.script() == script) {
      return draw.happens(asIs)
          ? Way.COPY
          : draw.happens(withoutMarks / Math.max(1 - asIs, 1e-9)) ? Way.WITHOUT_MARKS : Way.BY_EAR;
    }
    if (draw.happens(passport)) {
      return draw.happens(paper.zoneShare()) ? Way.ZONE : Way.LATIN_LINE;
    }
    return Way.BY_EAR;
  }

  /** A word of one or more names as this officer writes it. */
  String written(
      String name, Orthography theirs, TravelPaper paper, Way way, boolean man, Draw draw) {
    if (name.isEmpty()) {
      return name;
    }
    List<String> words = new ArrayList<>();
    for (String word : SEPARATORS.split(name, -1)) {
      words.add(
          switch (way) {
            case COPY -> word;
            case WITHOUT_MARKS -> TravelPaper.capital(Letters.folded(word));
            case LATIN_LINE -> paper.latin(word);
            case ZONE -> paper.zone(paper.latin(word));
            case BY_EAR -> heard(theirs.sounds(word), man, draw);
          });
    }
    return String.join(" ", words);
  }

  /** Sounds in this officer's letters. */
  String heard(String sounds, boolean man, Draw draw) {
    StringBuilder out = new StringBuilder(sounds.length() + 4);
    int i = 0;
    while (i < sounds.length()) {
      int taken = join(sounds, i, out);
      if (taken == 0) {
        out.append(pick(letterFor(sounds, i), draw));
        taken = 1;
      }
      i += taken;
    }
    String word = accent ? accented(out.toString()) : out.toString();
    if (man && dressed > 0 && draw.happens(dressed) && !word.endsWith("ς")) {
      word += GREEK_VOWELS.indexOf(word.charAt(word.length() - 1)) >= 0 ? "ς" : "ος";
    }
    return TravelPaper.capital(word);
  }

  private int join(String sounds, int at, StringBuilder out) {
    for (Map.Entry<String, String> e : joined) {
      if (sounds.startsWith(e.getKey(), at)) {
        out.append(e.getValue());
        return e.getKey().length();
      }
    }
    return 0;
  }

  private String letterFor(String sounds, int at) {
    String sound = sounds.substring(at, at + 1);
    boolean last = at == sounds.length() - 1;
    if (last && end.containsKey(sound)) {
      return end.getOrDefault(sound, "");
    }
    if (at == 0 && start.containsKey(sound)) {
      return start.getOrDefault(sound, "");
    }
    boolean inside = at > 0 && !last;
    if (inside
        && between.containsKey(sound)
        && VOWELS.indexOf(sounds.charAt(at - 1)) >= 0
        && VOWELS.indexOf(sounds.charAt(at + 1)) >= 0) {
      return between.getOrDefault(sound, "");
    }
    return letters.getOrDefault(sound, "");
  }

  /** The first of several is twice as frequent as each other. */
  private static String pick(String options, Draw draw) {
    if (options.indexOf(' ') < 0) {
      return options;
    }
    List<String> all = Arrays.asList(options.split(" ", -1));
    int drawn = draw.below(all.size() + 1);
    return all.get(Math.max(0, drawn - 1));
  }

  private static String accented(String word) {
    List<Integer> at = new ArrayList<>();
    Matcher syllables = GREEK_SYLLABLES.matcher(word);
    while (syllables.find()) {
      at.add(syllables.end() - 1);
    }
    if (at.isEmpty()) {
      return word;
    }
    boolean lastIsVowel = GREEK_VOWELS.indexOf(word.charAt(word.length() - 1)) >= 0;
    int where = at.size() == 1 || !lastIsVowel ? at.get(at.size() - 1) : at.get(at.size() - 2);
    char plain = word.charAt(where);
    return word.substring(0, where)
        + GREEK_ACCENTED.charAt(GREEK_VOWELS.indexOf(plain))
        + word.substring(where + 1);
  }
}
