package org.passerelle.protect.casework.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;

/**
 * Data of a case in terms of the standard (HTCDS 2.0): values by field, without empty ones. Pure
 * functions.
 */
public final class KnownOfCase {
  /** Field of the person's names. */
  public static final String NAME = "prs_FirstName";

  /** Fields from the identity, whose access is logged. */
  static final Set<String> WHO =
      Set.of(NAME, "prs_Birthdate", "prs_IdentityNumber", "name", "other_name", "birth");

  /** Field of the forms of exploitation, of which a case has only the main one. */
  public static final String EXPLOITATION = "vic_TypeOfExploitation";

  private static final Map<String, String> FORMS =
      Map.ofEntries(
          Map.entry("sexual", "SexualExploitation"),
          Map.entry("labour", "ForcedLabour"),
          Map.entry("forced_criminality", "psl_forced_criminality"),
          Map.entry("forced_begging", "ForcedBegging"),
          Map.entry("forced_marriage", "ForcedMarriage"),
          Map.entry("migrants_on_route", "psl_migrants_on_route"),
          Map.entry("domestic_servitude", "Servitude"),
          Map.entry("organ_removal", "OrganRemoval"),
          Map.entry("surrogacy", "Surrogacy"),
          Map.entry("illegal_adoption", "ForcedAdoption"),
          Map.entry("other", "Other"));
  private static final Map<String, String> GENDERS =
      Map.of(
          "female", "Feminine",
          "male", "Masculine",
          "not_stated", "NonSpecifiedUnknown");
  private static final Map<String, String> STATES =
      Map.of(
          "presumed", "PossibleVictimOfTrafficking",
          "identified", "ActualVictimOfTrafficking",
          "refused", "NotAVictimOfTrafficking");

  private static final Map<String, String> MINOR = Map.of("yes", "yes", "no", "no");
  private static final Map<String, String> ASYLUM =
      Map.of(
          "possible", "possible", "pending", "pending", "granted", "granted", "refused", "refused");
  private static final Map<String, String> RESIDENCE =
      Map.of("possible", "asylum_considered", "pending", "asylum_pending", "granted", "protection");

  private KnownOfCase() {}

  /** Unencrypted data. */
  public static Map<String, List<String>> of(Case file) {
    Map<String, List<String>> known = new LinkedHashMap<>();
    known.put("cas_IncomingReferralDate", List.of(file.firstContact().toString()));
    known.put("org_ShippingCountry", List.of(file.country()));
    put(known, "vic_TraffickingStatus", words(file.state().code(), STATES::get));
    put(known, "prs_Gender", words(file.person().gender(), GENDERS::get));
    put(known, EXPLOITATION, words(file.form(), FORMS::get));
    put(known, "prs_Citizenship", file.person().nationalities());
    List<String> languages = file.person().languages();
    put(known, "prs_PrimaryLanguage", languages.stream().limit(1).toList());
    put(known, "prs_SecondaryLanguage", languages.stream().skip(1).limit(1).toList());
    return known;
  }

  /** The same by the names of the supplied forms, whose lists are those of the case. */
  static Map<String, List<String>> ofShipped(Case file) {
    Map<String, List<String>> known = new LinkedHashMap<>();
    known.put("case_code", List.of(file.code()));
    known.put("first_contact", List.of(file.firstContact().toString()));
    known.put("how_came", List.of(file.howCame()));
    put(known, "gender", words(file.person().gender(), code -> code));
    put(known, "nationality", file.person().nationalities());
    put(known, "languages", file.person().languages());
    put(known, "under_18", words(file.person().minorAnswer(), MINOR::get));
    put(known, "asylum", words(file.asylum(), ASYLUM::get));
    put(known, "residence", words(file.asylum(), RESIDENCE::get));
    return known;
  }

  /** Data of the identity, with the name as written. */
  public static Map<String, List<String>> of(Identity identity) {
    Map<String, List<String>> known = new LinkedHashMap<>();
    put(known, NAME, identity.names().stream().limit(1).map(Identity.Name::text).toList());
    put(known, "prs_Birthdate", some(identity.birth()));
    put(known, "prs_IdentityNumber", some(identity.documents()));
    return known;
  }

  /** The same by the names of the supplied forms. */
  static Map<String, List<String>> ofShipped(Identity identity) {
    Map<String, List<String>> known = new LinkedHashMap<>();
    put(known, "name", identity.names().stream().limit(1).map(Identity.Name::text).toList());
    put(known, "other_name", identity.names().stream().skip(1).map(Identity.Name::text).toList());
    put(known, "birth", some(identity.birth()));
    return known;
  }

  /** Contact data. */
  public static Map<String, List<String>> of(Contact contact) {
    Map<String, List<String>> known = new LinkedHashMap<>();
    put(known, "prs_MobilePhone", some(contact.phone()));
    return known;
  }

  private static void put(Map<String, List<String>> known, String field, List<String> values) {
    if (!values.isEmpty()) {
      known.put(field, values);
    }
  }

  private static List<String> words(
      @Nullable String code, Function<String, @Nullable String> words) {
    String said = code == null ? null : words.apply(code);
    return said == null ? List.of() : List.of(said);
  }

  private static List<String> some(String text) {
    return text.isBlank() ? List.of() : List.of(text);
  }
}
