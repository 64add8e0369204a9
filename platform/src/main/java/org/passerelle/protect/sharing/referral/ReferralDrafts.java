package org.passerelle.protect.sharing.referral;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.Approvals;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.screening.ScreenedAnswers;
import org.passerelle.protect.sharing.consent.Objection;
import org.passerelle.protect.sharing.consent.Released;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.protect.sharing.referral.dossier.DossierMaker;
import org.passerelle.protect.sharing.referral.dossier.EnclosureSelection;
import org.passerelle.protect.sharing.referral.dossier.HandOverRequestSource;
import org.passerelle.protect.sharing.referral.dossier.PresentPlaceRules;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.stereotype.Component;

/** Drafts of referrals; nothing is sent while fields and basis are chosen. */
@Component
public class ReferralDrafts {
  /** Objection against fields whose words name a shelter. */
  public static final Objection SHELTER =
      new Objection("referral.refused.shelter.field", List.of());

  private final ReferralRows rows;
  private final ReferralBasis basis;
  private final Cases cases;
  private final DossierMaker dossiers;
  private final HandOverRequestSource frames;
  private final Approvals approvals;
  private final PresentPlaceRules places;
  private final Identifiers identifiers;

  ReferralDrafts(
      ReferralRows rows,
      ReferralBasis basis,
      Cases cases,
      DossierMaker dossiers,
      HandOverRequestSource frames,
      Approvals approvals,
      PresentPlaceRules places,
      Identifiers identifiers) {
    this.rows = rows;
    this.basis = basis;
    this.cases = cases;
    this.dossiers = dossiers;
    this.frames = frames;
    this.approvals = approvals;
    this.places = places;
    this.identifiers = identifiers;
  }

  /** Begins a draft; nothing is sent. */
  UUID draft(UUID caseId, Referral.Draft draft, SignedIn who) {
    Case file = cases.hold(caseId, who);
    if (draft.recipient().equals(who.organisation())) {
      throw new Refused("referral.refused.own");
    }
    basis.refuseRecipient(file, draft.recipient());
    places.refuse(file, draft.placeNow());
    places.refuseRequest(file, draft.request());
    UUID id = identifiers.next();
    List<String> needed = Released.neededFor(draft.service()).stream().map(Released::code).toList();
    rows.insert(id, caseId, draft, needed, who);
    return id;
  }

  /**
   * Checks again before sending, since the person may have been placed after the draft was begun.
   *
   * @throws Refused if it would reveal where a placed person is
   */
  void refusePlaced(Referral draft) {
    if (draft.fields().contains(Released.PLACE_NOW.code())
        && !draft.placeNow().isBlank()
        && !placeOpen(draft.caseId())) {
      throw new Refused("referral.refused.placed.since");
    }
  }

  /** Codes of fields whose words name a shelter. */
  Set<String> sheltersNamed(Referral referral, Map<String, List<String>> fields, SignedIn who) {
    return places.named(rows.file(referral, who), fields);
  }

  /**
   * Checks the words of a dossier and of its request before it is sent, or before others are asked
   * to approve it: a place may have been registered since they were written.
   *
   * @throws Refused if one of them names a shelter
   */
  void refuseShelters(Case file, Dossier dossier) {
    places.refuseRequest(file, dossier.request());
    if (!places.named(file, dossier.fields()).isEmpty()) {
      ReferralBasis.refuse(SHELTER);
    }
  }

  boolean placeOpen(UUID caseId) {
    return places.open(caseId);
  }

  /** Fields of the case with their values, to choose from; the access is logged. */
  Map<Released, List<String>> values(Referral referral, SignedIn who) {
    return DossierMaker.with(dossiers.values(rows.file(referral, who), who), referral);
  }

  /** Returns the objection against giving a field on a basis; empty if it may be given. */
  Optional<Objection> objection(
      Referral referral, Released field, @Nullable UUID on, SignedIn who) {
    return basis.judge(rows.file(referral, who), referral, Set.of(field.category()), on);
  }

  /** Returns the objection against sending the text of the request; empty if it may be sent. */
  Optional<Objection> againstRequest(Referral referral, UUID on, SignedIn who) {
    return basis.judge(
        rows.file(referral, who), referral, ReferralBasis.categoriesOfWords(referral), on);
  }

  /** Screening answers that can be given; the access is logged. */
  List<ScreenedAnswers.One> answers(Referral referral, SignedIn who) {
    return dossiers.answers(referral, who);
  }

  /**
   * Stores the chosen fields, answers and basis in the draft. Answers are stored as a field of
   * their category, so that they are judged like any other field.
   */
  void choose(UUID id, List<String> fields, List<String> answers, @Nullable UUID on, SignedIn who) {
    Referral draft = rows.draftOf(id, who);
    if (approvals.waiting(Referrals.SEND, id).isPresent()) {
      // a second person must approve exactly what they read
      throw new Refused("referral.refused.waits");
    }
    List<ScreenedAnswers.One> told =
        answers.isEmpty()
            ? List.of()
            : answers(draft, who).stream().filter(a -> answers.contains(a.question())).toList();
    List<String> chosen =
        Stream.of(
                fields.stream()
                    .filter(
                        f ->
                            Released.of(f)
                                .filter(r -> !r.isScreened() && !r.isEnclosed())
                                .isPresent()),
                told.stream().map(ReferralDrafts::field).map(Released::code).distinct(),
                draft.fields().stream().filter(EnclosureSelection::isEnclosed))
            .flatMap(codes -> codes)
            .toList();
    rows.choose(draft.id(), chosen, told.stream().map(ScreenedAnswers.One::question).toList(), on);
  }

  private static Released field(ScreenedAnswers.One answer) {
    return Released.screened(answer.category()).orElseThrow();
  }

  /** Returns the dossier that the recipient would receive if the draft were sent now. */
  Dossier preview(UUID id, SignedIn who) {
    return dossier(rows.draftOf(id, who), who);
  }

  Dossier dossier(Referral draft, SignedIn who) {
    Case file = rows.file(draft, who);
    Map<String, List<String>> chosen = new LinkedHashMap<>();
    DossierMaker.with(dossiers.values(file, who), draft)
        .forEach(
            (field, values) -> {
              if (draft.fields().contains(field.code())) {
                chosen.put(field.code(), values);
              }
            });
    if (!draft.answers().isEmpty()) {
      for (ScreenedAnswers.One answer : answers(draft, who)) {
        String code = field(answer).code();
        if (draft.fields().contains(code) && draft.answers().contains(answer.question())) {
          chosen.merge(code, List.of(answer.told()), ReferralDrafts::joined);
        }
      }
    }
    UUID on = draft.basis();
    return new Dossier(
        draft.id(),
        draft.service(),
        draft.purpose(),
        draft.deadline().toString(),
        draft.request(),
        file.nonPunishment(),
        file.minor(),
        basis.onward(on),
        on == null ? "" : basis.kind(on),
        chosen,
        frames.of(draft.id(), draft.organisation()).orElse(null),
        (chosen.containsKey(Released.DANGER.code()) ? file.urgency() : Urgency.ORDINARY).code(),
        dossiers.files(draft, who));
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
