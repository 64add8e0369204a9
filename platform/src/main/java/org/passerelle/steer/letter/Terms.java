package org.passerelle.steer.letter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.passerelle.language.Language;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;

/**
 * Underlines the terms of the glossary in a page, in whatever form French and Serbian bend them: a
 * word counts as one of a term if it begins alike and is at most {@value #LONGER} letters longer.
 * Immutable; one for each language.
 */
public final class Terms {
  private static final int LONGER = 2;

  /** Words of up to so many letters, articles and prepositions, are compared as a whole. */
  private static final int SHORT = 3;

  /** From here on a word may end otherwise by two letters, a shorter one by one. */
  private static final int LONG = 6;

  private static final Pattern PIECE =
      Pattern.compile(
          "<(title|style|svg|sup)\\b[^>]*>.*?</\\1>|<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>|[^<]+",
          Pattern.DOTALL);

  private final Language language;
  private final List<Entry> terms = new ArrayList<>();
  private final Pattern any;

  /** The glossary in a language. */
  public Terms(Facts facts, Language language) {
    this.language = language;
    List<String> patterns = new ArrayList<>();
    facts.all("term").stream()
        .filter(term -> term.wording("term").byLanguage().containsKey(language.key()))
        // "victim of trafficking" before "victim"
        .sorted(Comparator.comparing((Entry term) -> name(term).length()).reversed())
        .forEach(
            term -> {
              terms.add(term);
              patterns.add("(" + pattern(name(term)) + ")");
            });
    any =
        Pattern.compile(
            patterns.isEmpty()
                ? "(?!)"
                : "(?<!\\p{L})(?:" + String.join("|", patterns) + ")(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * A term that was found.
   *
   * @param others the term in the other languages, which whoever translates needs
   */
  public record Found(String term, String meaning, Map<String, String> others) {
    public Found {
      others = new LinkedHashMap<>(others);
    }
  }

  /** A page with its terms underlined, and what they mean, in the order of the page. */
  public record Page(String html, List<Found> found) {
    public Page {
      found = List.copyOf(found);
    }
  }

  /** Looks for terms in the text of a page, not in its drawings. */
  public Page in(String html) {
    StringBuilder underlined = new StringBuilder(html.length() + 1_000);
    Map<Entry, Found> found = new LinkedHashMap<>();
    Matcher piece = PIECE.matcher(html);
    while (piece.find()) {
      underlined.append(
          piece.group().startsWith("<")
              ? piece.group()
              : any.matcher(piece.group()).replaceAll(term -> underlined(term, found)));
    }
    return new Page(underlined.toString(), List.copyOf(found.values()));
  }

  private String underlined(MatchResult match, Map<Entry, Found> found) {
    for (int i = 0; i < terms.size(); i++) {
      if (match.group(i + 1) != null) {
        found.computeIfAbsent(terms.get(i), this::found);
        break;
      }
    }
    return "<span class=\"term\">" + Matcher.quoteReplacement(match.group()) + "</span>";
  }

  private Found found(Entry term) {
    Map<String, String> others = new LinkedHashMap<>(term.wording("term").byLanguage());
    others.remove(language.key());
    return new Found(name(term), term.wording("meaning").in(language), others);
  }

  private String name(Entry term) {
    return term.wording("term").in(language);
  }

  private String pattern(String term) {
    return List.of(term.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).stream()
        .map(this::word)
        .collect(Collectors.joining("[\\s\\u00a0’'-]+"));
  }

  private String word(String word) {
    if (word.length() <= SHORT) {
      return Pattern.quote(word);
    }
    // English only adds letters
    int ending = language.key().equals("en") ? 0 : word.length() > LONG ? 2 : 1;
    return Pattern.quote(word.substring(0, word.length() - ending))
        + "\\p{L}{0,%d}".formatted(ending + LONGER);
  }
}
