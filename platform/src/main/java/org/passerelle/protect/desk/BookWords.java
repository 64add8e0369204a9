package org.passerelle.protect.desk;

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
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.person.ComparedPerson;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.SealedPersons;
import org.springframework.stereotype.Component;

/**
 * Keeps names, numbers of papers and telephones out of the shift book. Names are those of persons
 * of this side's own files that the desk had to do with, in any script; a name that stands in no
 * such file passes, which the page says. A long number passes in no case.
 */
@Component
class BookWords {
  /** Log-odds from which two words are one name: what two officers write of one sound. */
  private static final double ONE_NAME = 2.0;

  /** A shorter part of a name is a part of many words. */
  private static final int SHORTEST = 3;

  /** Fewer characters of a number are a house, a lane or an hour. */
  private static final int SHORTEST_NUMBER = 5;

  private static final int LAST_DIGITS = 7;

  /** Six digits on end, maybe with a series before them, or a telephone in groups. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\d{6,}|\\+\\d[\\d /.-]{6,}|\\b0\\d{1,2}[ /-]?\\d{2,3}[ /-]?\\d{2,4}[ /-]?\\d*");

  private static final Pattern TELEPHONE = Pattern.compile("[+\\d][\\d ()/.-]{4,}\\d");
  private static final Pattern PAPER = Pattern.compile("[\\p{L}\\d]*\\d[\\p{L}\\d/-]*");

  private final TouchedCases touched;
  private final Cases cases;
  private final SealedPersons sealed;
  private final RefusedWords refused;
  private final RegionalNames names = RegionalNames.load();

  BookWords(TouchedCases touched, Cases cases, SealedPersons sealed, RefusedWords refused) {
    this.touched = touched;
    this.cases = cases;
    this.sealed = sealed;
    this.refused = refused;
  }

  /**
   * Asked before an entry is kept; the identities are opened for this and shown to nobody.
   *
   * @throws Refused if the words hold a name of one's own files, or a number; which is not said.
   *     Too many such words close the book to whoever wrote them
   */
  void check(Desk desk, String words, SignedIn who) {
    refused.check(who);
    if (NUMBER.matcher(words).find()) {
      throw new Refused("desk.refused.number").at("words");
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

  /** Numbers of a person's papers and telephones, without what stands between their signs. */
  private static List<String> numbers(ComparedPerson person) {
    List<String> all = new ArrayList<>();
    collect(PAPER, person.identity().documents(), all);
    collect(TELEPHONE, person.contact().phone(), all);
    // one says a telephone with the country, with a zero, or neither
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
