package org.passerelle.protect.sharing.htcds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Answer;
import org.passerelle.forms.Question;
import org.passerelle.forms.Submission;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.Submissions;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.followup.FollowUps;
import org.passerelle.protect.casework.intake.KnownOfCase;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.Persons;
import org.springframework.stereotype.Component;

/**
 * Converts a case to a record of the standard: answers in the standard's own form, overridden by
 * the present data of the case. Never contains the location of a person or an organisation, since
 * it may be a shelter.
 */
@Component
class OutgoingRecord {
  private static final Set<String> NEVER =
      Stream.of("Street", "PostalCode", "City", "State", "Latitude", "Longitude")
          .flatMap(part -> Stream.of("org_Shipping" + part, "prs_Mailing" + part))
          .collect(Collectors.collectingAndThen(Collectors.toSet(), Set::copyOf));
  private static final Set<String> NEVER_EITHER = Set.of("org_Phone", "org_Name");
  private final HtcdsFields fields;
  private final Persons persons;
  private final Submissions submissions;
  private final SupportPlan plan;
  private final FollowUps followUps;

  OutgoingRecord(
      HtcdsFields fields,
      Persons persons,
      Submissions submissions,
      SupportPlan plan,
      FollowUps followUps) {
    this.followUps = followUps;
    this.fields = fields;
    this.persons = persons;
    this.submissions = submissions;
    this.plan = plan;
  }

  /** Exported fields for these categories, in the standard's order. */
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
   * The record. Access to identity, contact and answers is logged.
   *
   * @param categories exported categories; others are not even decrypted
   * @return values by field, without empty ones
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
      all.put("cas_Status", List.of(status(file, who)));
      all.putAll(plan.of(file.id(), who));
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

  /** The standard distinguishes a closed case from one in follow-up. */
  private String status(Case file, SignedIn who) {
    if (file.open()) {
      return "Active";
    }
    return followUps.next(file.id(), who).isPresent() ? "FollowUp" : "Closed";
  }

  private static void known(Map<String, List<String>> all, Case file) {
    boolean answered = !all.getOrDefault(KnownOfCase.EXPLOITATION, List.of()).isEmpty();
    Map<String, List<String>> known = new LinkedHashMap<>(KnownOfCase.of(file));
    if (answered) {
      known.remove(KnownOfCase.EXPLOITATION);
    }
    all.putAll(known);
  }

  private static void identity(Map<String, List<String>> all, Identity identity) {
    Map<String, List<String>> known = new LinkedHashMap<>(KnownOfCase.of(identity));
    if (all.containsKey(KnownOfCase.NAME)) {
      known.remove(KnownOfCase.NAME);
    }
    all.putAll(known);
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
