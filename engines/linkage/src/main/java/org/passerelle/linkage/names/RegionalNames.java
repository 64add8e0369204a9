package org.passerelle.linkage.names;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.passerelle.linkage.names.internal.Engine;

/**
 * Compares written names of the region, in any script, by how they sound in the languages they may
 * be written in. Nothing is inferred about who bears them.
 *
 * <p>Threads may share it. Words are worked out once and remembered; comparing two remembered words
 * takes a few microseconds. Of a text that is longer than a thousand characters the beginning
 * counts, of a word that is longer than eighty letters, too.
 *
 * <pre>{@code
 * boolean same = RegionalNames.load().compare("Hoxha", "Χότζα").same(); // true
 * }</pre>
 */
public final class RegionalNames {
  private static final class Loaded {
    private static final RegionalNames ONE = new RegionalNames(Engine.load());
  }

  private final Engine engine;

  private RegionalNames(Engine engine) {
    this.engine = engine;
  }

  /** The rules as they stand in the files, read once for the process. */
  public static RegionalNames load() {
    return Loaded.ONE;
  }

  /**
   * The same rules, and words that the records themselves have shown to be names: two of them that
   * differ by a letter are then two names and no slip.
   */
  public RegionalNames knowing(Collection<String> words) {
    return new RegionalNames(engine.learning(words));
  }

  /** Two whole names, of persons unless both carry a legal form. */
  public Comparison compare(String left, String right) {
    return engine.compare(left, right);
  }

  /** Two whole names of persons. */
  public Comparison comparePersons(String left, String right) {
    return engine.persons(left, right);
  }

  /** Two names of organisations. */
  public Comparison compareOrganisations(String left, String right) {
    return engine.organisations(left, right);
  }

  /** Two single words, as {@link #words} gives them. */
  public WordComparison compareWords(String left, String right) {
    return engine.compareWords(left, right);
  }

  /** The words of a name without titles, particles and signs; all of them where nothing remains. */
  public List<String> words(String name) {
    return engine.words(name);
  }

  /**
   * Keys to find candidates by: two words of one name nearly always share one. About three a word;
   * none for a single letter.
   */
  public Set<String> keys(String word) {
    return engine.keys(word);
  }

  /**
   * What a word is counted as when the frequency of a name is asked: the sounds of the nearest
   * known name, the first form of a surname that has several, else the likeliest sounds.
   */
  public String concept(String word) {
    return engine.concept(word);
  }

  /** How a word may sound, the likeliest first; at least one. */
  public List<Sounding> soundings(String word) {
    return engine.soundings(word);
  }

  /** The known names that a word writes, by their sounds and their distance; often none. */
  public List<Sounding> known(String word) {
    return engine.known(word);
  }
}
