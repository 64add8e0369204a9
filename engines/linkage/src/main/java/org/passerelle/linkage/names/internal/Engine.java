package org.passerelle.linkage.names.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.passerelle.linkage.names.Comparison;
import org.passerelle.linkage.names.Sounding;
import org.passerelle.linkage.names.WordComparison;

/** All rules, loaded and wired. Threads may share it. */
public final class Engine {
  private final Rules rules;
  private final NameWords words;
  private final Organisations organisations;
  private final Vocabulary vocabulary;
  private final WordMatch match;
  private final NameMatch names;
  private final CandidateKeys keys;

  private Engine(Rules rules, KnownNames known) {
    this.rules = rules;
    words = rules.words();
    organisations = rules.organisations();
    vocabulary =
        new Vocabulary(
            rules.reader(), rules.sounds(), known, rules.equivalents(), rules.weights().known());
    match = new WordMatch(rules, known);
    names = new NameMatch(words, vocabulary, match, rules.weights().name());
    keys = new CandidateKeys(vocabulary, rules.skeleton(), rules.endings(), rules.equivalents());
  }

  /** From the files of rules. */
  public static Engine load() {
    return load(language -> true);
  }

  /** The same without the names that some languages are known to have. */
  static Engine load(Predicate<String> listed) {
    Rules rules = Rules.read(listed);
    return new Engine(rules, rules.known());
  }

  /** The same with more known names. */
  public Engine learning(Iterable<String> written) {
    KnownNames more = vocabulary.known().copy();
    for (String name : written) {
      Word word = vocabulary.word(name);
      if (!word.letter) {
        String heard = likeliest(word).sounds();
        more.learn(
            heard, name, "=records", name, KnownNames.FIRST_NAME | KnownNames.SURNAME, heard);
      }
    }
    return new Engine(rules, more);
  }

  private static Word.Reading likeliest(Word word) {
    Word.Reading best = word.readings[0];
    for (Word.Reading r : word.readings) {
      best = r.cost() < best.cost() ? r : best;
    }
    return best;
  }

  /** Whole names; organisations where both have a legal form. */
  public Comparison compare(String left, String right) {
    String a = cut(left);
    String b = cut(right);
    return organisations.looksLikeOne(a) && organisations.looksLikeOne(b)
        ? organisations(a, b)
        : names.compare(a, b);
  }

  /** Names of persons. */
  public Comparison persons(String left, String right) {
    return names.compare(cut(left), cut(right));
  }

  /** Names of organisations; those in two scripts by their sounds. */
  public Comparison organisations(String left, String right) {
    String a = cut(left);
    String b = cut(right);
    return organisations.comparable(a, b) ? organisations.compare(a, b) : names.compare(a, b);
  }

  private static String cut(String name) {
    return name.length() > NameWords.LONGEST_NAME
        ? name.substring(0, NameWords.LONGEST_NAME)
        : name;
  }

  /** One word and one word. */
  public WordComparison compareWords(String left, String right) {
    return match.compare(vocabulary.word(left), vocabulary.word(right), false);
  }

  /** The words of a name that are compared. */
  public List<String> words(String name) {
    return words.of(name);
  }

  /** Keys of a word. */
  public Set<String> keys(String word) {
    return keys.of(word);
  }

  /** The name a word counts as. */
  public String concept(String word) {
    return vocabulary.concept(vocabulary.word(word));
  }

  /** Readings, the likeliest first. */
  public List<Sounding> soundings(String word) {
    List<Sounding> all = new ArrayList<>();
    for (Word.Reading r : vocabulary.word(word).readings) {
      all.add(new Sounding(r.sounds(), r.cost()));
    }
    all.sort(Comparator.comparingDouble(Sounding::cost).thenComparing(Sounding::sounds));
    return all;
  }

  /** Known names a word writes, by their sounds. */
  public List<Sounding> known(String text) {
    Word word = vocabulary.word(text);
    List<Sounding> all = new ArrayList<>();
    for (int i = 0; i < word.known.length; i++) {
      all.add(
          new Sounding(vocabulary.known().get(word.known[i]).heard.text(), word.knownDistance[i]));
    }
    return all;
  }
}
