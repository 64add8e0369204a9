package org.passerelle.protect.identity.desk;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Answer;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Question;
import org.passerelle.forms.answers.AnswerText;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.Visibility;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.opening.CaseChanges;
import org.passerelle.protect.casework.screening.CaseFromScreening;
import org.passerelle.protect.casework.screening.FinishedScreening;
import org.passerelle.protect.sharing.consent.DisclosureRules;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.consent.Released;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.stereotype.Component;

/**
 * Decides what of a screening the other side may read and on what basis: judged by the case of the
 * person like every disclosure, and recorded as one. Whereabouts and files are never shared.
 */
@Component
class JointSharing {
  /** Categories that can be shared, with the field by which a disclosure names them. */
  private static final Map<Question.Category, Released> SHARED =
      Map.of(
          Question.Category.CASE, Released.FORM,
          Question.Category.IDENTITY, Released.KNOWN_AS,
          Question.Category.CONTACT, Released.SAFE_TO_CONTACT,
          Question.Category.HEALTH, Released.TAKE_CARE,
          Question.Category.NARRATIVE, Released.ACCOUNT);

  private final CaseFromScreening files;
  private final Cases cases;
  private final CaseChanges changes;
  private final StatedBasis bases;
  private final DisclosureRules rules;
  private final Disclosures disclosures;
  private final DeskPost post;
  private final Identifiers identifiers;

  JointSharing(
      CaseFromScreening files,
      Cases cases,
      CaseChanges changes,
      StatedBasis bases,
      DisclosureRules rules,
      Disclosures disclosures,
      DeskPost post,
      Identifiers identifiers) {
    this.files = files;
    this.cases = cases;
    this.changes = changes;
    this.bases = bases;
    this.rules = rules;
    this.disclosures = disclosures;
    this.post = post;
    this.identifiers = identifiers;
  }

  /**
   * The case of the screening; opened if there is none.
   *
   * @param asylum asylum status just recorded, or empty
   */
  Case file(UUID screening, ZoneId zone, String asylum, SignedIn who) {
    UUID id = files.open(screening, zone, who);
    if (!asylum.isEmpty() && !asylum.equals(cases.find(id, who).asylum())) {
      changes.asylum(id, asylum, who);
    }
    return cases.find(id, who);
  }

  /** Categories in which a screening has answers, in the order of the codes. */
  static List<String> categories(FormDefinition form, Answers answers) {
    Set<String> found = new TreeSet<>();
    Answers shown = new Visibility(form, answers).shownAnswers();
    for (Question question : form.questions()) {
      Released field = SHARED.get(question.category());
      Answer answer = shown.byQuestion().get(question.id());
      if (field != null && answer != null) {
        found.add(field.category());
        if (answer.evidence() != null) {
          found.add(Released.ACCOUNT.category());
        }
      }
    }
    return List.copyOf(found);
  }

  /** Answers in these categories; observations are included with the person's account. */
  static Answers only(FormDefinition form, Answers answers, Set<String> categories) {
    boolean narrative = categories.contains(Released.ACCOUNT.category());
    Map<String, Answer> kept = new TreeMap<>();
    Answers shown = new Visibility(form, answers).shownAnswers();
    for (Question question : form.questions()) {
      Released field = SHARED.get(question.category());
      if (field != null && categories.contains(field.category())) {
        shown
            .of(question.id())
            .ifPresent(
                answer ->
                    kept.put(question.id(), narrative ? answer : Answer.of(answer.content())));
      }
    }
    // a question that depends on one that is not shared is left out, so that signers see all that
    // matters
    return new Visibility(form, new Answers(kept)).shownAnswers();
  }

  JointContent content(
      UUID joint, int revision, FinishedScreening finished, Set<String> categories) {
    FormDefinition form = finished.form();
    return new JointContent(
        joint.toString(),
        revision,
        identifiers.next().toString(),
        form.form(),
        form.version(),
        AnswerText.of(form, only(form, finished.answers(), categories)),
        List.copyOf(new TreeSet<>(categories)),
        finished.result().outcome().name(),
        finished.result().needsNoMeans());
  }

  /**
   * The basis on which these categories may be shared.
   *
   * @throws Refused if there is none
   */
  UUID basis(
      Desk desk,
      Case file,
      String purpose,
      StatedBasis.Choice choice,
      Set<String> categories,
      SignedIn who) {
    rules
        .againstOnward(file, desk.other(), purpose, fields(categories))
        .ifPresent(
            o -> {
              throw new Refused(o.key(), o.arguments().toArray());
            });
    return bases.state(file, desk.other(), purpose, choice, categories, who);
  }

  /** Queues the content and records the disclosure. */
  void send(
      Desk desk,
      UUID joint,
      DeskMessages.Screening message,
      Case file,
      Ground ground,
      SignedIn who) {
    UUID put = post.disclose(desk, joint, message, ground.basis, file.id());
    disclosures.record(
        new Disclosures.Draft(
            file.id(),
            desk.other(),
            bases.kind(ground.basis),
            ground.basis,
            bases.version(ground.basis),
            ground.purpose,
            fields(ground.categories),
            false,
            put,
            joint),
        who);
  }

  /** Basis, purpose and categories of a disclosure. */
  record Ground(UUID basis, String purpose, Set<String> categories) {}

  private static List<String> fields(Set<String> categories) {
    List<String> fields = new ArrayList<>(List.of(Disclosures.SCREENED));
    for (Question.Category category : EnumSet.copyOf(SHARED.keySet())) {
      @Nullable Released field = SHARED.get(category);
      if (field != null && categories.contains(field.category())) {
        fields.add(field.code());
      }
    }
    return fields;
  }
}
