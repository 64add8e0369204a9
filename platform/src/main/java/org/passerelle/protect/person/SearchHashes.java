package org.passerelle.protect.person;

import com.ibm.icu.text.Transliterator;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.storage.KeyedMarks;
import org.passerelle.storage.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Search index over encrypted words that avoids decrypting every file: each word of a pseudonym
 * (and its first three to five letters) and each word of a name is stored as a keyed hash of two
 * bytes, with separate secrets for pseudonyms, names and organisations. There are only 65,536
 * hashes, so many words share one: a hash does not reveal its word, and a match is a candidate that
 * is decrypted and compared.
 */
@Component
public class SearchHashes {
  private static final String PSEUDONYM = "search-pseudonym";
  private static final String NAME = "search-name";
  private static final int BYTES = 2;
  private static final Transliterator PLAIN =
      Transliterator.getInstance("Any-Latin; Latin-ASCII; Any-Lower");
  private final KeyedMarks marks;
  private final JdbcClient db;

  SearchHashes(KeyedMarks marks, JdbcClient db) {
    this.db = db;
    this.marks = marks;
  }

  /** The words of a text in plain Latin letters, from any script and without accents. */
  public static List<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    // most names are plain already, and transliteration is expensive
    String plain =
        text.chars().allMatch(c -> c < 128)
            ? text.toLowerCase(Locale.ROOT)
            : PLAIN.transliterate(text);
    for (String word : plain.split("[^a-z0-9]+", -1)) {
      if (word.length() > 1) {
        words.add(word);
      }
    }
    return List.copyOf(words);
  }

  /** Adds hashes of a pseudonym to the rows that the caller inserts. */
  public void addPseudonym(UUID organisation, UUID file, String pseudonym, Rows rows) {
    Set<String> found = new LinkedHashSet<>();
    for (String word : words(pseudonym)) {
      found.add(pseudonymMark(organisation, word));
      for (int length = 3; length <= Math.min(5, word.length()); length++) {
        found.add(pseudonymMark(organisation, word.substring(0, length)));
      }
    }
    for (String mark : found) {
      rows.add(
          "insert into case_word (mark, case_id) values (:mark, :case)",
          Map.of("mark", mark, "case", file));
    }
  }

  /** Removes the marks of a pseudonym, within the caller's transaction. */
  public void removePseudonym(UUID file) {
    db.sql("delete from case_word where case_id = :id").param("id", file).update();
  }

  /** Adds the marks of a person's names. */
  public void addNames(UUID organisation, UUID person, Collection<Identity.Name> names, Rows rows) {
    Set<String> found = new LinkedHashSet<>();
    names.forEach(name -> words(name.text()).forEach(w -> found.add(nameMark(organisation, w))));
    for (String mark : found) {
      rows.add(
          "insert into person_word (mark, person) values (:mark, :person)",
          Map.of("mark", mark, "person", person));
    }
  }

  /** Hash of a word of a pseudonym. */
  public String pseudonymMark(UUID organisation, String word) {
    return marks.mark(organisation, PSEUDONYM, word, BYTES);
  }

  /** Hash of a word of a name. */
  public String nameMark(UUID organisation, String word) {
    return marks.mark(organisation, NAME, word, BYTES);
  }
}
