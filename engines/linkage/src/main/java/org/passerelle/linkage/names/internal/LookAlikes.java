package org.passerelle.linkage.names.internal;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Latin letters in a Cyrillic or Greek word, and the reverse: they look alike and are not. */
public final class LookAlikes {
  private final Map<Script, Map<Character, Character>> toLatin = new EnumMap<>(Script.class);
  private final Map<Script, Map<Character, Character>> fromLatin = new EnumMap<>(Script.class);

  private final Map<Character, Character> digits = new HashMap<>();

  /** From the file of errors. */
  public LookAlikes(RuleFile errors) {
    RuleFile file = errors.part("look_alike");
    read(file, "Cyrl", Script.CYRL);
    read(file, "Grek", Script.GREK);
    errors
        .part("look_alike_digits")
        .pairs()
        .forEach((digit, letter) -> digits.put(digit.charAt(0), letter.charAt(0)));
  }

  private void read(RuleFile file, String key, Script script) {
    Map<Character, Character> to = new HashMap<>();
    Map<Character, Character> from = new HashMap<>();
    file.part(key)
        .pairs()
        .forEach(
            (theirs, latin) -> {
              to.put(theirs.charAt(0), latin.charAt(0));
              from.put(latin.charAt(0), theirs.charAt(0));
            });
    toLatin.put(script, to);
    fromLatin.put(script, from);
  }

  /** Letters of a script, and the Latin letters they are taken for. */
  public Map<Character, Character> latin(Script script) {
    return Map.copyOf(toLatin.getOrDefault(script, Map.of()));
  }

  /** The word in the script that most of its letters must be of, and without digits in between. */
  public String repaired(String written) {
    String word = withoutDigits(written);
    if (inOneScript(word)) {
      return word;
    }
    Map<Script, Integer> count = new EnumMap<>(Script.class);
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isLetter(c)) {
        // letters that cannot be another's weigh more than any number of those that can
        count.merge(Script.ofLetter(c), ambiguous(c) ? 1 : 100, Integer::sum);
      }
    }
    Script most = Script.LATN;
    for (Script s : Script.values()) {
      if (count.getOrDefault(s, 0) > count.getOrDefault(most, 0)) {
        most = s;
      }
    }
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      out.append(as(word.charAt(i), most));
    }
    return out.toString();
  }

  private static boolean inOneScript(String word) {
    Script first = null;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isLetter(c)) {
        Script script = Script.ofLetter(c);
        if (first != null && script != first) {
          return false;
        }
        first = script;
      }
    }
    return true;
  }

  /** I9or: digits among more Latin letters are letters. */
  private String withoutDigits(String word) {
    int digit = 0;
    int latin = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      digit += digits.containsKey(c) ? 1 : 0;
      latin += Character.isLetter(c) && Script.ofLetter(c) == Script.LATN ? 1 : 0;
    }
    if (digit == 0 || latin <= digit) {
      return word;
    }
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      out.append(digits.getOrDefault(word.charAt(i), word.charAt(i)));
    }
    return out.toString();
  }

  private boolean ambiguous(char c) {
    return fromLatin.values().stream().anyMatch(m -> m.containsKey(c))
        || toLatin.values().stream().anyMatch(m -> m.containsKey(c));
  }

  private char as(char c, Script script) {
    Script own = Script.ofLetter(c);
    if (own == script || script == Script.OTHER || !Character.isLetter(c)) {
      return c;
    }
    char latin = own == Script.LATN ? c : toLatin.getOrDefault(own, Map.of()).getOrDefault(c, c);
    return script == Script.LATN
        ? latin
        : fromLatin.getOrDefault(script, Map.of()).getOrDefault(latin, c);
  }
}
