package org.passerelle.protect.htcds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Answer;
import org.passerelle.forms.Answers;
import org.passerelle.forms.Question;
import org.passerelle.forms.Submission;
import org.passerelle.forms.Submissions;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.Persons;
import org.springframework.stereotype.Component;

/**
 * A record of the standard made of a case: what was answered in the standard's own form, and over
 * it what the case itself knows today. Where a person or an organisation can be found is never in
 * it, since it may be a shelter.
 */
@Component
class OutgoingRecord {
  private static final Map<String, String> FORMS =
      Map.of(
          "sexual", "SexualExploitation",
          "labour", "ForcedLabour",
          "forced_criminality", "psl_forced_criminality",
          "forced_begging", "ForcedBegging",
          "forced_marriage", "ForcedMarriage",
          "migrants_on_route", "psl_migrants_on_route",
          "domestic_servitude", "Servitude",
          "organ_removal", "OrganRemoval",
          "other", "Other");
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
  private static final Set<String> NEVER =
      Stream.of("Street", "PostalCode", "City", "State", "Latitude", "Longitude")
          .flatMap(part -> Stream.of("org_Shipping" + part, "prs_Mailing" + part))
          .collect(Collectors.collectingAndThen(Collectors.toSet(), Set::copyOf));
  private static final Set<String> NEVER_EITHER = Set.of("org_Phone", "org_Name");
  private final HtcdsFields fields;
  private final Persons persons;
  private final Submissions submissions;

  OutgoingRecord(HtcdsFields fields, Persons persons, Submissions submissions) {
    this.fields = fields;
    this.persons = persons;
    this.submissions = submissions;
  }

  /** The fields that leave for these categories, in the standard's order. */
  List<String> fields(List<String> categories) {
    List<String> leaving = new ArrayList<>();
    fields
        .questions()
        .forEach(
            (field, question) -> {
              String category = question.category().name().toLowerCase(Locale.ROOT);
              if (categories.contains(category)
                  && question.category() != Question.Category.LOCATION
                  && !NEVER.contains(field)
                  && !NEVER_EITHER.contains(field)) {
                leaving.add(field);
              }
            });
    return leaving;
  }

  /**
   * The record. Opening the identity, the contact and the answers is logged as ever.
   *
   * @param categories that leave; what is not in them is not even opened
   * @return values by field, only of fields that hold something
   */
  Map<String, List<String>> of(Case file, List<String> categories, SignedIn who) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    Map<String, Question> questions = fields.questions();
    Answers answers = newest(file, who);
    questions.forEach(
        (field, question) ->
            answers.of(question.id()).ifPresent(a -> put(all, field, values(a.content()))));
    if (categories.contains("case")) {
      known(all, file);
    }
    if (categories.contains("identity")) {
      identity(all, persons.identity(file.person().id(), who));
    }
    if (categories.contains("contact")) {
      Contact contact = persons.contact(file.person().id(), who);
      all.putIfAbsent("prs_MobilePhone", some(contact.phone()));
    }
    Map<String, List<String>> leaving = new LinkedHashMap<>();
    for (String field : fields(categories)) {
      List<String> values = all.getOrDefault(field, List.of());
      if (!values.isEmpty()) {
        leaving.put(field, values);
      }
    }
    return leaving;
  }

  private Answers newest(Case file, SignedIn who) {
    String form = fields.form().form();
    return submissions.about(who, file.id()).stream()
        .filter(entry -> entry.form().equals(form) && entry.submitted())
        .reduce((before, after) -> after)
        .map(Submission.Entry::id)
        .map(id -> submissions.read(who, id).answers())
        .orElse(Answers.NONE);
  }

  private static void known(Map<String, List<String>> all, Case file) {
    all.put("cas_Status", List.of(file.open() ? "Active" : "Closed"));
    all.put("cas_IncomingReferralDate", List.of(file.firstContact().toString()));
    overlay(all, "vic_TraffickingStatus", file.state().code(), STATES::get);
    overlay(all, "prs_Gender", file.person().gender(), GENDERS::get);
    put(all, "prs_Citizenship", file.person().nationalities());
    put(all, "org_ShippingCountry", List.of(file.country()));
    List<String> languages = file.person().languages();
    if (!languages.isEmpty()) {
      put(all, "prs_PrimaryLanguage", languages.subList(0, 1));
      put(all, "prs_SecondaryLanguage", languages.subList(1, Math.min(2, languages.size())));
    }
    if (all.getOrDefault("vic_TypeOfExploitation", List.of()).isEmpty()) {
      overlay(all, "vic_TypeOfExploitation", file.form(), FORMS::get);
    }
  }

  private static void identity(Map<String, List<String>> all, Identity identity) {
    if (!identity.names().isEmpty() && !all.containsKey("prs_FirstName")) {
      all.put("prs_FirstName", some(identity.names().get(0).text()));
    }
    put(all, "prs_Birthdate", some(identity.birth()));
    put(all, "prs_IdentityNumber", some(identity.documents()));
  }

  private static void overlay(
      Map<String, List<String>> all,
      String field,
      @org.jspecify.annotations.Nullable String code,
      Function<String, @org.jspecify.annotations.Nullable String> words) {
    String said = code == null ? null : words.apply(code);
    if (said != null) {
      all.put(field, List.of(said));
    }
  }

  private static void put(Map<String, List<String>> all, String field, List<String> values) {
    if (!values.isEmpty()) {
      all.put(field, values);
    }
  }

  private static List<String> some(String text) {
    return text.isBlank() ? List.of() : List.of(text);
  }

  private static List<String> values(Answer.Content content) {
    if (content instanceof Answer.Writing writing) {
      return List.of(writing.text());
    }
    if (content instanceof Answer.Amount amount) {
      return List.of(amount.number().toPlainString());
    }
    if (content instanceof Answer.Day day) {
      return List.of(day.day().toString());
    }
    if (content instanceof Answer.Partly partly) {
      return List.of(partly.date().edtf());
    }
    if (content instanceof Answer.Chosen chosen) {
      return List.of(chosen.code());
    }
    return content instanceof Answer.ChosenAll all ? all.codes() : List.of("unknown");
  }
}
