package org.passerelle.protect.elsewhere;

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

/** Tokens of a person as their file writes names, birth, papers and telephones. */
@Component
class ComparedTokens {
  /** A number with a digit; before it maybe a series of one to three capitals. */
  private static final Pattern NUMBER =
      Pattern.compile("(?:(?<![\\p{L}\\d])(\\p{Lu}{1,3})[ .-]?)?([\\p{L}\\d/-]*\\d[\\p{L}\\d/-]*)");

  /** Kind of what was found by an encoding alone. */
  static final String NEAR = "near";

  private static final Pattern SEVERAL = Pattern.compile("[,;\\n]+");
  private static final int SHORTEST = 5;
  private final Tokens tokens = Tokens.load();

  /** With few tokens, for the set that others are compared with. */
  List<Token> ofFile(ComparedPerson person) {
    return tokens.ofFile(identity(person));
  }

  /** With many, for a question. */
  List<Token> ofQuestion(ComparedPerson person) {
    return tokens.ofQuestion(identity(person));
  }

  /** Fields of which tokens were made, as disclosures name them. */
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

  /** The person as the engine compares it. */
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

  /** Papers are free text, “passport AB 123456”: each number with its series, then without. */
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

  /** Kinds as they are stored with what was found. */
  static String codes(Set<Kind> kinds) {
    return String.join(
        ",", kinds.stream().sorted().map(k -> k.name().toLowerCase(Locale.ROOT)).toList());
  }
}
