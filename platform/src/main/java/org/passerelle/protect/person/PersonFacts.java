package org.passerelle.protect.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.PartialDate;
import org.passerelle.language.PhoneDigits;
import org.passerelle.linkage.names.RegionalNames;

/**
 * Searchable facts of a person. Each fact (a word of a name, the year of birth, a telephone number,
 * a document) has several keys; two persons who share the fact nearly always share a key.
 */
public final class PersonFacts {
  private static final RegionalNames NAMES = RegionalNames.load();
  private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d\\s()./-]{5,}\\d");
  private static final Pattern PAPER = Pattern.compile("[\\p{L}\\d]*\\d[\\p{L}\\d]*");
  private static final int SHORTEST_PHONE = 7;
  private static final int SHORTEST_PAPER = 6;
  private static final int SHORTEST_PLACE = 4;
  private static final int WIDEST_YEARS = 6;
  private static final int JOINED_UP_TO = 5;

  private PersonFacts() {}

  /** All keys of a person. */
  static Set<String> all(Identity identity, Contact contact) {
    Set<String> keys = new LinkedHashSet<>();
    for (Identity.Name name : identity.names()) {
      List<String> words = NAMES.words(name.text());
      for (int i = 0; i < words.size(); i++) {
        keys.addAll(sound(words.get(i)));
        keys.addAll(concept(words.get(i)));
        // written as two words in one file and as one in another
        if (i > 0 && Math.min(words.get(i - 1).length(), words.get(i).length()) <= JOINED_UP_TO) {
          keys.addAll(sound(words.get(i - 1) + words.get(i)));
        }
      }
      SearchHashes.words(name.text()).forEach(word -> keys.add("w" + word));
    }
    years(identity).forEach(keys::add);
    phones(contact).forEach(phone -> keys.add("p" + phone));
    papers(identity).forEach(paper -> keys.add("d" + paper));
    places(identity).forEach(place -> keys.add("o" + place));
    return keys;
  }

  /** Keys of a word by its sound. */
  static Set<String> sound(String word) {
    Set<String> keys = new LinkedHashSet<>();
    NAMES.keys(word).forEach(key -> keys.add("n" + key));
    return keys;
  }

  /** Key of the known name that a word stands for in any script; more specific than sound. */
  static List<String> concept(String word) {
    return List.of("c" + NAMES.concept(word));
  }

  /** Key of a word as written, in plain Latin letters. */
  static List<String> written(String word) {
    return SearchHashes.words(word).stream().map(plain -> "w" + plain).toList();
  }

  /** Possible years of birth; empty if there are more than a few. */
  static List<String> years(Identity identity) {
    PartialDate birth = KnownBirth.of(identity);
    @Nullable LocalDate from = birth == null ? null : birth.earliest();
    @Nullable LocalDate to = birth == null ? null : birth.latest();
    if (from == null || to == null || to.getYear() - from.getYear() >= WIDEST_YEARS) {
      return List.of();
    }
    List<String> years = new ArrayList<>();
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      years.add("y" + year);
    }
    return years;
  }

  /**
   * The date of birth as far as known: as entered, or as an interval from an estimate of the age.
   */
  public static @Nullable PartialDate birth(Identity identity) {
    return KnownBirth.of(identity);
  }

  /** The last eight digits of each number, so that the country code is irrelevant. */
  public static Set<String> phones(Contact contact) {
    Set<String> phones = new LinkedHashSet<>();
    Matcher numbers = PHONE.matcher(contact.phone());
    while (numbers.find()) {
      String digits = PhoneDigits.of(numbers.group());
      if (digits.length() >= SHORTEST_PHONE) {
        phones.add(digits);
      }
    }
    return phones;
  }

  /** Numbers of documents. */
  public static Set<String> papers(Identity identity) {
    Set<String> papers = new LinkedHashSet<>();
    Matcher numbers = PAPER.matcher(identity.documents());
    while (numbers.find()) {
      if (numbers.group().length() >= SHORTEST_PAPER) {
        papers.add(numbers.group().toUpperCase(Locale.ROOT));
      }
    }
    return papers;
  }

  /** Words of family and origin, in plain Latin letters. */
  public static Set<String> places(Identity identity) {
    Set<String> places = new LinkedHashSet<>();
    for (String word : SearchHashes.words(identity.familyAndOrigin())) {
      if (word.length() >= SHORTEST_PLACE) {
        places.add(word);
      }
    }
    return places;
  }
}
