package org.passerelle.protect.casework.screening;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.forms.Answer;
import org.passerelle.forms.Code;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.Question;
import org.passerelle.forms.Section;
import org.passerelle.forms.answers.Answers;
import org.passerelle.protect.casework.cases.CaseDetails;
import org.passerelle.protect.casework.cases.CaseDraft;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.CaseOrigin;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.Episodes;
import org.passerelle.protect.casework.cases.opening.CaseOpening;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.MinorRule;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a case from a finished screening and copies the answers, so that the person does not have
 * to repeat them. The screening itself stays unchanged, encrypted under its own key.
 */
@Service
public class CaseFromScreening {
  /** Most cautious method first: an impression never outweighs what the person says. */
  private static final Map<String, String> AGE_METHODS =
      Map.of(
          "stated", "own_word",
          "document", "papers",
          "stated_by_other", "relative",
          "appearance", "appearance",
          "assessment", "other",
          "earlier_record", "other");

  /** Elements of the Protocol mapped to the list of means; unmapped ones become "other". */
  private static final Map<String, String> MEANS =
      Map.of(
          "threat_or_force", "threats",
          "abduction", "restricts_movement",
          "fraud", "false_promises",
          "deception", "false_promises",
          "other_coercion", "other",
          "abuse_of_power", "other",
          "abuse_of_vulnerability", "other",
          "payments_or_benefits", "other");

  private final Screenings screenings;
  private final ScreeningRows rows;
  private final Cases cases;
  private final CaseOpening opening;
  private final Episodes episodes;
  private final CaseJournal journal;
  private final Organisations organisations;
  private final FormDefinitions definitions;

  CaseFromScreening(
      Screenings screenings,
      ScreeningRows rows,
      Cases cases,
      CaseOpening opening,
      Episodes episodes,
      CaseJournal journal,
      Organisations organisations,
      FormDefinitions definitions) {
    this.screenings = screenings;
    this.rows = rows;
    this.cases = cases;
    this.opening = opening;
    this.episodes = episodes;
    this.journal = journal;
    this.organisations = organisations;
    this.definitions = definitions;
  }

  /**
   * Opens the case, or finds the one that the screening already has. A screening of a person who
   * has a case visible to the user joins that case, so that one person does not get two cases.
   *
   * @param zone time zone of the day of first contact
   * @throws NotFound if the screening is not visible to this user, or not finished
   */
  @Transactional
  public UUID open(UUID id, ZoneId zone, SignedIn who) {
    Screening held = rows.hold(id).orElseThrow(NotFound::new);
    FinishedScreening finished = screenings.finished(id, who);
    UUID opened = held.caseId();
    if (opened != null) {
      return opened;
    }
    Optional<UUID> known =
        screenings.ofSamePerson(who, held).stream()
            .map(Screening::caseId)
            .filter(one -> one != null && cases.sees(one, who))
            .findFirst();
    UUID caseId = known.orElseGet(() -> openNew(finished, zone, who));
    screenings.caseOpened(who, id, caseId);
    known.ifPresent(one -> journal.add(one, "screening.joined", "", id, who));
    return caseId;
  }

  private UUID openNew(FinishedScreening finished, ZoneId zone, SignedIn who) {
    Answers answers = finished.answers();
    Instant at = finished.screening().finishedAt();
    if (at == null) {
      throw new NotFound();
    }
    LocalDate day = LocalDate.ofInstant(at, zone);
    List<String> purposes = inOrder(finished, "purpose");
    UUID caseId =
        opening.open(
            person(finished, day),
            new CaseDraft(
                country(answers, who),
                purposes.isEmpty() ? null : purposes.get(0),
                day,
                howCame(who),
                null,
                "not_known",
                "not_asked",
                !finished.result().forcedCriminality().isEmpty(),
                finished.screening().id(),
                List.of(),
                new CaseDetails("", "", "", "")),
            who);
    boolean minorThen = finished.result().needsNoMeans();
    // the main form is recorded last, so that it is listed first among the episodes
    for (int i = purposes.size() - 1; i >= 0; i--) {
      episodes.add(
          caseId,
          new Episodes.Draft(
              purposes.get(i),
              null,
              List.of(),
              means(finished),
              new Episodes.Details("", "", "", "", i == 0 ? account(answers) : "")),
          minorThen,
          who);
    }
    return caseId;
  }

  private PersonDraft person(FinishedScreening finished, LocalDate day) {
    Answers answers = finished.answers();
    List<Identity.Name> names =
        writing(answers, "known_name").stream()
            .map(text -> new Identity.Name("alias", text))
            .toList();
    Identity.AgeEstimate age = age(answers, day);
    return new PersonDraft(
        new Identity(names, "", age, "", ""),
        Contact.NONE,
        null,
        mightBeMinor(finished.result().ageNow(), age),
        List.of(),
        answers.codes("languages").stream()
            .filter(code -> definitions.lists().holds("languages", code))
            .toList());
  }

  /**
   * A person who is or might be under 18 stays so, even if the estimate alone would suggest
   * otherwise.
   */
  private static String mightBeMinor(MinorRule now, Identity.@Nullable AgeEstimate age) {
    return switch (now) {
      case MINOR -> "yes";
      case MAYBE -> age == null ? "not_sure" : "yes";
      case ADULT -> "no";
    };
  }

  private static Identity.@Nullable AgeEstimate age(Answers answers, LocalDate day) {
    Answer said = answers.byQuestion().get("age_estimate");
    if (said == null || !(said.content() instanceof Answer.Amount amount)) {
      return null;
    }
    int years = amount.number().intValue();
    List<String> methods = answers.codes("age_method");
    String method =
        methods.size() == 1 ? AGE_METHODS.getOrDefault(methods.get(0), "other") : "other";
    return new Identity.AgeEstimate(years, years, day.toString(), method);
  }

  private String country(Answers answers, SignedIn who) {
    return answers.codes("country").stream()
        .filter(code -> definitions.lists().holds("countries", code))
        .findFirst()
        .or(() -> organisations.find(who.organisation()).map(Organisation::country))
        .orElseThrow(NotFound::new);
  }

  private String howCame(SignedIn who) {
    return organisations
        .find(who.organisation())
        .map(one -> CaseOrigin.through(one.type()))
        .orElse("other");
  }

  /** Codes in the order of the form, most significant first. */
  private static List<String> inOrder(FinishedScreening finished, String question) {
    List<String> chosen = finished.answers().codes(question);
    return finished.form().question(question).stream()
        .flatMap(one -> one.options().stream())
        .map(Code::code)
        .filter(chosen::contains)
        .toList();
  }

  private List<String> means(FinishedScreening finished) {
    List<String> means = new ArrayList<>();
    for (Section section : finished.form().sections()) {
      if (section.element() == Section.Element.MEANS) {
        for (Question question : section.questions()) {
          for (String code : finished.answers().codes(question.id())) {
            String mapped = MEANS.getOrDefault(code, code);
            if (definitions.lists().holds("means_of_control", mapped)) {
              means.add(mapped);
            }
          }
        }
      }
    }
    return means.stream().distinct().toList();
  }

  /** The person's own words and the observations on the three elements. */
  private static String account(Answers answers) {
    List<String> parts = new ArrayList<>(writing(answers, "own_words"));
    for (String question : List.of("act", "means", "purpose")) {
      answers.of(question).map(Answer::evidence).ifPresent(parts::add);
    }
    return String.join("\n\n", parts);
  }

  private static List<String> writing(Answers answers, String question) {
    return answers
        .of(question)
        .filter(answer -> answer.content() instanceof Answer.Writing)
        .map(answer -> ((Answer.Writing) answer.content()).text())
        .filter(text -> !text.isBlank())
        .map(List::of)
        .orElse(List.of());
  }
}
