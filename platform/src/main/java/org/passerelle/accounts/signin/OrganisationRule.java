package org.passerelle.accounts.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.accounts.OrganisationDraft;
import org.passerelle.accounts.OrganisationTypes;
import org.passerelle.language.Wording;
import org.passerelle.refusal.Refused;

/** Validates the fields of organisations and users. */
final class OrganisationRule {
  private static final Pattern HANDLE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern PHONE = Pattern.compile("[0-9+() ./-]{0,40}");
  private static final Set<String> COUNTRIES =
      Stream.concat(Arrays.stream(Locale.getISOCountries()), Stream.of("XK"))
          .collect(Collectors.toUnmodifiableSet());

  private OrganisationRule() {}

  /** Returns the draft with white space tidied; refuses invalid fields. */
  static OrganisationDraft checked(OrganisationDraft draft) {
    String handle = draft.handle().strip();
    if (handle.length() < 2 || handle.length() > 40 || !HANDLE.matcher(handle).matches()) {
      throw new Refused("access.refused.handle");
    }
    Map<String, String> names = draft.name().byLanguage();
    Wording name =
        new Wording(
            Map.of(
                "en", line(names.getOrDefault("en", ""), 200, true),
                "fr", line(names.getOrDefault("fr", ""), 200, true),
                "sr", line(names.getOrDefault("sr", ""), 200, true)));
    if (!OrganisationTypes.ALL.contains(draft.type())) {
      throw new Refused("access.refused.type");
    }
    // an international body has no country: ISO 3166-1 leaves ZZ to users
    boolean international = !draft.casework() && draft.country().equals("ZZ");
    if (!international && !COUNTRIES.contains(draft.country())) {
      throw new Refused("access.refused.country");
    }
    String phone = draft.dutyPhone().strip();
    if (!PHONE.matcher(phone).matches()) {
      throw new Refused("access.refused.phone");
    }
    return new OrganisationDraft(
        handle,
        name,
        draft.type(),
        draft.country(),
        line(draft.mandate(), 2000, false),
        line(draft.place(), 200, false),
        phone,
        draft.casework());
  }

  /** A single line of text of limited length, without control characters. */
  static String line(String text, int longest, boolean needed) {
    String line = text.strip();
    if (needed && line.isEmpty()) {
      throw new Refused("access.refused.empty");
    }
    if (line.length() > longest) {
      throw new Refused("access.refused.long", longest);
    }
    if (line.codePoints().anyMatch(Character::isISOControl)) {
      throw new Refused("access.refused.characters");
    }
    return line;
  }
}
