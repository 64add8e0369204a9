package org.passerelle.protect.identity.elsewhere;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.intersection.Birth;
import org.passerelle.intersection.Identity;
import org.passerelle.intersection.Kind;
import org.passerelle.intersection.Token;
import org.passerelle.intersection.Tokens;
import org.passerelle.language.PartialDate;
import org.passerelle.protect.person.ComparedPerson;
import org.passerelle.protect.person.KnownBirth;
import org.springframework.stereotype.Component;

/** Builds the tokens of a person from the names, birth, papers and telephone numbers on file. */
@Component
class ComparedTokens {
  /**
   * A number with at least one digit, optionally preceded by a series of one to three capital
   * letters.
   */
  private static final Pattern NUMBER =
      Pattern.compile("(?:(?<![\\p{L}\\d])(\\p{Lu}{1,3})[ .-]?)?([\\p{L}\\d/-]*\\d[\\p{L}\\d/-]*)");

  /** Kind of a match found by the encoding only. */
  static final String NEAR = "near";

  private static final Pattern SEVERAL = Pattern.compile("[,;\\n]+");
  private static final int SHORTEST = 5;
  private final Tokens tokens = Tokens.load();

  /** A few tokens, for the set with which questions are compared. */
  List<Token> ofFile(ComparedPerson person) {
    return tokens.ofFile(identity(person));
  }

  /** Many tokens, for a question. */
  List<Token> ofQuestion(ComparedPerson person) {
    return tokens.ofQuestion(identity(person));
  }

  /** Fields from which tokens were made, as named in disclosures. */
  static List<String> fields(List<Token> made) {
    Set<String> fields = new LinkedHashSet<>();
    for (Token token : made) {
      switch (token.kind()) {
        case DOCUMENT -> fields.add("documents");
        case TELEPHONE -> fields.add("phone");
        case NAME_AND_DATE, NAME_AND_YEAR -> {
          fields.add("names");
          fields.add("birth");
        }
      }
    }
    return List.copyOf(fields);
  }

  /** The person as an input of the linkage engine. */
  static Identity identity(ComparedPerson person) {
    org.passerelle.protect.person.Identity known = person.identity();
    return new Identity(
        known.names().stream().map(org.passerelle.protect.person.Identity.Name::text).toList(),
        birth(KnownBirth.of(known)),
        numbers(known.documents()),
        List.of(SEVERAL.split(person.contact().phone())));
  }

  private static Birth birth(@Nullable PartialDate date) {
    if (date == null) {
      return Birth.UNKNOWN;
    }
    LocalDate from = date.earliest();
    LocalDate to = date.latest();
    if (from == null || to == null) {
      return Birth.UNKNOWN;
    }
    return date.isDay() && !date.isDoubtful()
        ? Birth.on(from)
        : new Birth(from.getYear(), to.getYear(), null);
  }

  /**
   * Extracts numbers from papers, which are free text such as “passport AB 123456”: each with its
   * series, then without.
   */
  static List<String> numbers(String papers) {
    List<String> numbers = new ArrayList<>();
    Matcher found = NUMBER.matcher(papers);
    while (found.find()) {
      String series = found.group(1) == null ? "" : found.group(1);
      String number = found.group(2);
      if (series.length() + number.length() >= SHORTEST) {
        numbers.add(series + number);
      }
      if (!series.isEmpty() && number.length() >= SHORTEST) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  /** Kinds as stored with a match. */
  static String codes(Set<Kind> kinds) {
    return String.join(
        ",", kinds.stream().sorted().map(k -> k.name().toLowerCase(Locale.ROOT)).toList());
  }
}
