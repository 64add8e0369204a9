package org.passerelle.language;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serbian declines the month: a date on its own is „11. јул 2026.”, within a sentence „отворен 11.
 * јула 2026.”. Locale data contain only the first form.
 */
final class SerbianMonths {
  private static final Map<String, String> WITHIN =
      Map.ofEntries(
          Map.entry("јануар", "јануара"),
          Map.entry("фебруар", "фебруара"),
          Map.entry("март", "марта"),
          Map.entry("април", "априла"),
          Map.entry("мај", "маја"),
          Map.entry("јун", "јуна"),
          Map.entry("јул", "јула"),
          Map.entry("август", "августа"),
          Map.entry("септембар", "септембра"),
          Map.entry("октобар", "октобра"),
          Map.entry("новембар", "новембра"),
          Map.entry("децембар", "децембра"));

  /** Words that the genitive follows, also without a day: „од септембра 2016.”. */
  private static final String BEFORE = "од|до|после|пре|након|током|крајем|почетком";

  /** A day and its month directly after a word; after a comma or a colon a date is on its own. */
  private static final Pattern DATE =
      Pattern.compile(
          "(?<=\\p{L} )([0-9]{1,2}\\. )(%1$s)(?!\\p{L})|(?<=(?<!\\p{L})(?:%2$s) )()(%1$s)(?!\\p{L})"
              .formatted(inBothScripts(String.join("|", WITHIN.keySet())), inBothScripts(BEFORE)),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private SerbianMonths() {}

  /** The sentence with its dates declined, in its own script. */
  static String declined(String sentence) {
    return DATE.matcher(sentence)
        .replaceAll(
            date ->
                Matcher.quoteReplacement(
                    date.group(1) == null
                        ? declinedMonth(date.group(4))
                        : date.group(1) + declinedMonth(date.group(2))));
  }

  private static String inBothScripts(String words) {
    return words + "|" + SerbianScript.latin(words);
  }

  /** A month with its year, such as „април 2019.”, as it appears after a preposition. */
  static String within(String monthAndYear) {
    int cut = monthAndYear.indexOf(' ');
    return cut < 0
        ? declinedMonth(monthAndYear)
        : declinedMonth(monthAndYear.substring(0, cut)) + monthAndYear.substring(cut);
  }

  private static String declinedMonth(String month) {
    String cyrillic = WITHIN.get(month);
    return cyrillic != null
        ? cyrillic
        : WITHIN.entrySet().stream()
            .filter(one -> SerbianScript.latin(one.getKey()).equals(month))
            .map(one -> SerbianScript.latin(one.getValue()))
            .findFirst()
            .orElse(month);
  }
}
