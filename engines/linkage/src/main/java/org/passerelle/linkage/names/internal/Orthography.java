package org.passerelle.linkage.names.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a language, or a habit of writing it, turns letters into sounds, and by what a word of it is
 * recognised. The README beside the files defines how a rule is read. Threads may share it.
 */
public final class Orthography {
  private final String id;
  private final String language;
  private final Script script;
  private final double prior;
  private final double foreignLetter;
  private final LetterTable<String> letters = new LetterTable<>();
  private final LetterTable<List<ReadingRule>> rules = new LetterTable<>();
  private final LetterTable<Boolean> alphabet = new LetterTable<>();
  private final List<Sign> signs = new ArrayList<>();

  private Orthography(String id, RuleFile file) {
    this.id = id;
    this.language = file.text("language");
    this.script = Script.valueOf(file.text("script").toUpperCase(Locale.ROOT));
    this.prior = file.number("prior");
    this.foreignLetter = file.number("foreign_letter");
    file.part("letters")
        .pairs()
        .forEach(
            (k, v) -> {
              letters.put(k.charAt(0), v);
              alphabet.put(k.charAt(0), true);
            });
    Map<String, List<String>> groups = file.part("groups").lists();
    List<ReadingRule> all = new ArrayList<>();
    for (RuleFile rule : file.parts("rules")) {
      all.add(
          new ReadingRule(
              all.size(),
              rule.text("from"),
              rule.text("to"),
              context(rule, "before", groups),
              context(rule, "after", groups),
              context(rule, "not_before", groups),
              context(rule, "not_after", groups)));
    }
    all.sort(
        Comparator.<ReadingRule>comparingInt(r -> -r.from().length())
            .thenComparing(ReadingRule::plain));
    for (ReadingRule rule : all) {
      char first = rule.from().charAt(0);
      List<ReadingRule> some = rules.get(first);
      List<ReadingRule> more = some == null ? new ArrayList<>() : some;
      more.add(rule);
      rules.put(first, more);
      rule.from().chars().forEach(c -> alphabet.put((char) c, true));
    }
    for (RuleFile sign : file.parts("signs")) {
      signs.add(
          new Sign(
              sign.text("text"),
              sign.text("where"),
              sign.number("weight"),
              Sign.letterBits(sign.text("text"))));
    }
  }

  /** The orthography of this name: {@code sq}, {@code hbs-Cyrl}. */
  public static Orthography read(String id) {
    return new Orthography(id, RuleFile.read("orthography/" + id + ".yaml"));
  }

  private static List<String> context(RuleFile rule, String key, Map<String, List<String>> groups) {
    List<String> all = new ArrayList<>();
    for (String entry : rule.texts(key)) {
      if (entry.startsWith("@")) {
        List<String> group = groups.get(entry.substring(1));
        if (group == null) {
          throw new IllegalStateException(
              "%s names the group %s. Maybe it is mistyped.".formatted(rule.place(), entry));
        }
        all.addAll(group);
      } else {
        all.add(entry);
      }
    }
    return List.copyOf(all);
  }

  /** Its name. */
  public String id() {
    return id;
  }

  /** The language written by it. */
  public String language() {
    return language;
  }

  /** The script it uses. */
  public Script script() {
    return script;
  }

  /** The sounds of a word; empty where nothing in it can be read. */
  public String sounds(String word) {
    return soundsOfLower(Letters.lower(word));
  }

  String soundsOfLower(String lower) {
    String edged = "#" + lower + "#";
    StringBuilder out = new StringBuilder(lower.length() + 4);
    int i = 1;
    while (i < edged.length() - 1) {
      ReadingRule rule = ruleAt(edged, i);
      if (rule != null) {
        append(out, rule.to());
        i += rule.from().length();
      } else {
        letter(out, edged.charAt(i));
        i++;
      }
    }
    return out.toString();
  }

  /** Numbers of the rules, and the letters without a rule, that a word is read by. */
  Set<String> readBy(String word) {
    String edged = "#" + Letters.lower(word) + "#";
    Set<String> used = new HashSet<>();
    int i = 1;
    while (i < edged.length() - 1) {
      ReadingRule rule = ruleAt(edged, i);
      used.add(rule == null ? edged.substring(i, i + 1) : String.valueOf(rule.number()));
      i += rule == null ? 1 : rule.from().length();
    }
    return used;
  }

  private @Nullable ReadingRule ruleAt(String edged, int at) {
    List<ReadingRule> candidates = rules.get(edged.charAt(at));
    if (candidates != null) {
      for (ReadingRule rule : candidates) {
        if (rule.fits(edged, at)) {
          return rule;
        }
      }
    }
    return null;
  }

  private void letter(StringBuilder out, char letter) {
    String sounds = letters.get(letter);
    if (sounds != null) {
      append(out, sounds);
      return;
    }
    if (letter < 0x80) {
      return;
    }
    String near = Letters.nearest(letter);
    String bare = near.isEmpty() ? Letters.withoutMarks(String.valueOf(letter)) : near;
    for (int k = 0; k < bare.length(); k++) {
      String found = letters.get(bare.charAt(k));
      append(out, found == null ? "" : found);
    }
  }

  /** Equal neighbours become one sound. */
  private static void append(StringBuilder out, String sounds) {
    for (int k = 0; k < sounds.length(); k++) {
      char c = sounds.charAt(k);
      if (out.length() == 0 || out.charAt(out.length() - 1) != c) {
        out.append(c);
      }
    }
  }

  /** How likely a word in small letters is written by it: log-odds in nats, without a norm. */
  double weight(String lower) {
    double sum = prior;
    long bits = Sign.letterBits(lower);
    for (Sign sign : signs) {
      if (sign.found(lower, bits)) {
        sum += sign.weight();
      }
    }
    int foreign = 0;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (alphabet.get(c) == null && lower.indexOf(c) == i) {
        foreign++;
      }
    }
    return sum + foreignLetter * foreign;
  }
}
