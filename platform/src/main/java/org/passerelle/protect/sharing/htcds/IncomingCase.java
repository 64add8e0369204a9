package org.passerelle.protect.sharing.htcds;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.casework.cases.CaseDetails;
import org.passerelle.protect.casework.cases.CaseDraft;
import org.passerelle.protect.casework.cases.opening.ManyCases;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.PersonDraft;

/**
 * Converts a record of the standard to a case. A record is not a decision: whatever its status, the
 * case starts as a signal, and the status is kept among its answers.
 */
final class IncomingCase {
  private static final Map<String, String> FORMS =
      Map.ofEntries(
          Map.entry("SexualExploitation", "sexual"),
          Map.entry("ForcedLabour", "labour"),
          Map.entry("ChildLabour", "labour"),
          Map.entry("psl_forced_criminality", "forced_criminality"),
          Map.entry("ForcedBegging", "forced_begging"),
          Map.entry("ForcedMarriage", "forced_marriage"),
          Map.entry("psl_migrants_on_route", "migrants_on_route"),
          Map.entry("Servitude", "domestic_servitude"),
          Map.entry("OrganRemoval", "organ_removal"),
          Map.entry("ForcedMilitaryByNonStateActors", "other"),
          Map.entry("ForcedAdoption", "illegal_adoption"),
          Map.entry("Surrogacy", "surrogacy"),
          Map.entry("Other", "other"));
  private static final Map<String, String> GENDERS =
      Map.of(
          "Feminine", "female",
          "Masculine", "male",
          "TransgenderFeminine", "other",
          "TransgenderMasculine", "other",
          "NonConforming", "other",
          "NonSpecifiedUnknown", "not_stated");
  private static final Map<String, String> CLOSED =
      Map.of("Closed", "other", "ClosedReferred", "transferred");
  private static final int SHORT = 500;

  private IncomingCase() {}

  /**
   * Builds the data of the case.
   *
   * @param number the record's own number, or empty
   * @param country the organisation's country, used if the record has none
   * @param today date of first contact, used if the record has none
   */
  static ManyCases.Opening of(
      FieldAnswers fieldAnswers, String number, String country, LocalDate today) {
    String status = fieldAnswers.code("cas_Status");
    return new ManyCases.Opening(
        person(fieldAnswers),
        file(fieldAnswers, number, country, today),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        CLOSED.get(status),
        null,
        null);
  }

  private static PersonDraft person(FieldAnswers fieldAnswers) {
    String name = fieldAnswers.joined(" ", "prs_FirstName", "prs_MiddleName", "prs_SecondName");
    return new PersonDraft(
        new Identity(
            name.isEmpty() ? List.of() : List.of(new Identity.Name("name", name)),
            fieldAnswers.text("prs_Birthdate"),
            null,
            fieldAnswers.text("prs_IdentityNumber"),
            ""),
        new Contact(
            cut(fieldAnswers.joined("; ", "prs_MobilePhone", "prs_HomePhone", "prs_Email")),
            fieldAnswers.joined(
                "\n",
                "prs_MailingStreet",
                "prs_MailingPostalCode",
                "prs_MailingCity",
                "prs_MailingState"),
            ""),
        gender(fieldAnswers),
        "not_sure",
        fieldAnswers.codes("prs_Citizenship"),
        Stream.of(
                fieldAnswers.code("prs_PrimaryLanguage"),
                fieldAnswers.code("prs_SecondaryLanguage"))
            .filter(code -> !code.isEmpty())
            .distinct()
            .toList());
  }

  private static CaseDraft file(
      FieldAnswers fieldAnswers, String number, String country, LocalDate today) {
    String own = fieldAnswers.code("org_ShippingCountry");
    String since = fieldAnswers.text("cas_IncomingReferralDate");
    String note =
        fieldAnswers.joined(". ", "cas_ReferringOrganisation", "cas_IncomingReferralDetails");
    return new CaseDraft(
        own.isEmpty() ? country : own,
        form(fieldAnswers),
        since.isEmpty() ? today : LocalDate.parse(since),
        "other",
        null,
        "not_known",
        "not_asked",
        false,
        null,
        List.of(),
        new CaseDetails(
            "", number.isEmpty() ? note : ("HTCDS " + number + ". " + note).strip(), "", ""));
  }

  private static @Nullable String gender(FieldAnswers fieldAnswers) {
    return GENDERS.get(fieldAnswers.code("prs_Gender"));
  }

  /** The main form is known only if there is exactly one. */
  private static @Nullable String form(FieldAnswers fieldAnswers) {
    Set<String> forms = new TreeSet<>();
    for (String code : fieldAnswers.codes("vic_TypeOfExploitation")) {
      forms.add(FORMS.getOrDefault(code, "other"));
    }
    return forms.size() == 1 ? forms.iterator().next() : null;
  }

  private static String cut(String text) {
    return text.length() > SHORT ? text.substring(0, SHORT) : text;
  }
}
