package org.passerelle.protect.identity.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.access.SignedIn;
import org.passerelle.linkage.names.RegionalNames;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.placement.place.ShelterNames;
import org.passerelle.protect.person.ComparedPerson;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.SealedPersons;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * Keeps names, document numbers and telephone numbers out of the shift book. Names are those of
 * persons in this side's files with whom the desk has dealt, in any script; names in no such file
 * are not detected, which the page says. Long numbers are always refused.
 */
@Component
class BookWords {
  /**
   * Log-odds from which two words count as the same name, written by two officers from its sound.
   */
  private static final double ONE_NAME = 2.0;

  /** Minimum length of a part of a name; shorter ones match parts of many words. */
  private static final int SHORTEST = 3;

  /** Minimum length of a number; shorter ones are house numbers, lanes or times. */
  private static final int SHORTEST_NUMBER = 5;

  private static final int LAST_DIGITS = 7;

  /**
   * Six consecutive digits, possibly with a series before them, or a telephone number in groups.
   */
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\d{6,}|\\+\\d[\\d /.-]{6,}|\\b0\\d{1,2}[ /-]?\\d{2,3}[ /-]?\\d{2,4}[ /-]?\\d*");

  private static final Pattern TELEPHONE = Pattern.compile("[+\\d][\\d ()/.-]{4,}\\d");
  private static final Pattern PAPER = Pattern.compile("[\\p{L}\\d]*\\d[\\p{L}\\d/-]*");

  private final DeskCases touched;
  private final Cases cases;
  private final SealedPersons sealed;
  private final ShelterNames shelters;
  private final RefusedEntries refused;
  private final RegionalNames names = RegionalNames.load();

  BookWords(
      DeskCases touched,
      Cases cases,
      SealedPersons sealed,
      ShelterNames shelters,
      RefusedEntries refused) {
    this.touched = touched;
    this.cases = cases;
    this.sealed = sealed;
    this.shelters = shelters;
    this.refused = refused;
  }

  /**
   * Checks an entry before it is stored; the identities are decrypted for this and shown to nobody.
   *
   * @throws Refused if the text names a shelter, or contains a name in the organisation's files or
   *     a number; the message does not say which. After too many refusals the author can write no
   *     more entries
   */
  void check(Desk desk, String words, SignedIn who) {
    refused.check(who);
    if (NUMBER.matcher(words).find()) {
      throw new Refused("desk.refused.number").at("words");
    }
    if (shelters.isNamedIn(words, desk.organisation())) {
      throw refused.of(desk, "desk.refused.shelter", who);
    }
    Set<UUID> persons = new HashSet<>();
    touched.of(desk).forEach(id -> persons.add(cases.forHouse(id).person().id()));
    Collection<ComparedPerson> known =
        sealed.compared(List.copyOf(persons), desk.organisation()).values();
    List<String> said = names.words(words);
    String plain = plain(words);
    for (ComparedPerson person : known) {
      if (named(person.identity(), said)) {
        throw refused.of(desk, "desk.refused.name", who);
      }
      if (numbers(person).stream().anyMatch(plain::contains)) {
        throw refused.of(desk, "desk.refused.number", who);
      }
    }
  }

  private boolean named(Identity identity, List<String> said) {
    for (Identity.Name name : identity.names()) {
      for (String word : names.words(name.text())) {
        if (word.length() >= SHORTEST
            && said.stream()
                .anyMatch(
                    s ->
                        s.length() >= SHORTEST
                            && names.compareWords(word, s).evidence() >= ONE_NAME)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Document and telephone numbers of a person, without separators. */
  private static List<String> numbers(ComparedPerson person) {
    List<String> all = new ArrayList<>();
    collect(PAPER, person.identity().documents(), all);
    collect(TELEPHONE, person.contact().phone(), all);
    // a telephone number may be written with country code, with a leading zero, or without either
    all.replaceAll(n -> n.matches("\\d{8,}") ? n.substring(n.length() - LAST_DIGITS) : n);
    return all;
  }

  private static void collect(Pattern pattern, String text, List<String> all) {
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      String number = plain(found.group());
      if (number.length() >= SHORTEST_NUMBER) {
        all.add(number);
      }
    }
  }

  private static String plain(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]", "");
  }
}
