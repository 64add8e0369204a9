package org.passerelle.linkage.files;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about its person, as far as it is compared. Whatever is empty or null is unknown
 * and has no weight.
 *
 * @param names names, each as it was written
 * @param birth date of birth, or null
 * @param gender code, or null if unknown or not stated
 * @param nationalities codes
 * @param phones last digits of telephone numbers, written alike in all files
 * @param papers numbers of documents, written alike in all files
 * @param places words of family and origin, written alike in all files
 */
public record FileTraits(
    List<String> names,
    @Nullable Birth birth,
    @Nullable String gender,
    Set<String> nationalities,
    Set<String> phones,
    Set<String> papers,
    Set<String> places) {
  public FileTraits {
    names = List.copyOf(names);
    nationalities = Set.copyOf(nationalities);
    phones = Set.copyOf(phones);
    papers = Set.copyOf(papers);
    places = Set.copyOf(places);
  }

  /**
   * A date of birth as far as it is known.
   *
   * @param earliest first possible day
   * @param latest last possible day, not before the first
   * @param stated whether it was stated as one day, without doubt
   */
  public record Birth(LocalDate earliest, LocalDate latest, boolean stated) {}
}
