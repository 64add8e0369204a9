package org.passerelle.understand.diagnosis;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.refusal.Refused;

/** Ranges of characters in a transcript. */
public final class Passages {
  private Passages() {}

  /**
   * A range.
   *
   * @param from first character
   * @param to end, exclusive
   */
  public record Span(int from, int to) {}

  /**
   * Finds a quote in a transcript, ignoring differences in white space.
   *
   * @param near position where the user selected it, or −1; decides between several matches
   * @throws Refused if it does not occur, or occurs several times and the position is unknown
   */
  public static Span find(String transcript, String quote, int near) {
    String words =
        Stream.of(quote.strip().split("\\s+"))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+"));
    Matcher matcher = Pattern.compile(words).matcher(transcript);
    List<Span> found = new ArrayList<>();
    for (int at = 0; at <= transcript.length() && matcher.find(at); at = matcher.start() + 1) {
      found.add(new Span(matcher.start(), matcher.end()));
    }
    if (found.isEmpty()) {
      throw new Refused("coding.refused.not-said");
    }
    if (found.size() > 1 && near < 0) {
      throw new Refused("coding.refused.several", found.size());
    }
    return found.stream()
        .min((a, b) -> Integer.compare(Math.abs(a.from - near), Math.abs(b.from - near)))
        .orElseThrow();
  }

  /** The sentences of a transcript, line by line; those without letters and digits are skipped. */
  static List<Span> sentences(String transcript) {
    List<Span> sentences = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    int line = 0;
    for (String text : transcript.split("\n", -1)) {
      breaks.setText(text);
      int from = breaks.first();
      for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
        if (text.substring(from, to).codePoints().anyMatch(Character::isLetterOrDigit)) {
          sentences.add(new Span(line + from, line + to));
        }
        from = to;
      }
      line += text.length() + 1;
    }
    return sentences;
  }
}
