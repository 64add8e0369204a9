package org.passerelle.protect.identity.elsewhere;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.intersection.Token;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.consent.OfferedBases;
import org.passerelle.protect.sharing.consent.Released;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Questions to others whether they know a person. */
@Service
public class Questions {
  private final QuestionRows rows;
  private final Cases cases;
  private final CaseRecord records;
  private final AskedPersons persons;
  private final StatedBasis bases;
  private final KnownLimits limits;
  private final RepeatedQuestions often;
  private final Outbox outbox;

  Questions(
      QuestionRows rows,
      Cases cases,
      CaseRecord records,
      AskedPersons persons,
      StatedBasis bases,
      KnownLimits limits,
      RepeatedQuestions often,
      Outbox outbox) {
    this.rows = rows;
    this.cases = cases;
    this.records = records;
    this.persons = persons;
    this.bases = bases;
    this.limits = limits;
    this.often = often;
    this.outbox = outbox;
  }

  /**
   * A question to be asked.
   *
   * @param sought a person around the person of the case, or null for that person
   */
  public record Draft(
      Collection<UUID> partners,
      String purpose,
      StatedBasis.Choice basis,
      @Nullable LocalDate watchUntil,
      @Nullable UUID sought) {
    public Draft {
      partners = List.copyOf(partners);
    }

    /** A question about the person of the case. */
    public Draft(
        Collection<UUID> partners,
        String purpose,
        StatedBasis.Choice basis,
        @Nullable LocalDate watchUntil) {
      this(partners, purpose, basis, watchUntil, null);
    }
  }

  /**
   * An answer released recently.
   *
   * @param sought the traced person around the person of the case, or null for that person
   */
  public record Answered(
      UUID caseId, String code, @Nullable UUID sought, UUID asked, String band, Instant at) {}

  /** Answers released by others since a given time, about cases that the reader sees. */
  @Transactional(readOnly = true)
  public List<Answered> answered(OffsetDateTime since, SignedIn who) {
    return rows.answeredSince(since, who);
  }

  /** Questions about a case, newest first. */
  @Transactional(readOnly = true)
  public List<Question> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return rows.ofCase(caseId);
  }

  /**
   * Possible bases for a question to a partner, and what forbids the others; the same rule is
   * applied when it is asked.
   */
  @Transactional(readOnly = true)
  public OfferedBases offered(Case file, @Nullable UUID sought, UUID partner, String purpose) {
    return bases.offered(file, partner, purpose, categories(persons.tokens(file, sought)));
  }

  private static Set<String> categories(List<Token> tokens) {
    return Released.categoriesOf(ComparedTokens.fields(tokens));
  }

  /**
   * Asks each of these partners. Sent as soon as the two sides have exchanged the set of the day.
   *
   * @throws Refused if there is nothing to compare, no basis for one of them, a quota is exhausted,
   *     one was already asked, or the traced person is suspected
   * @throws NotFound if the traced person is not around the person of the case
   */
  @Transactional
  public void ask(UUID caseId, Draft draft, SignedIn who) {
    Case file = cases.find(caseId, who);
    limits.check(who, draft.partners.size(), draft.watchUntil);
    if (draft.sought != null) {
      persons.checkSought(file, draft.sought);
    }
    List<Token> tokens = persons.tokens(file, draft.sought);
    if (tokens.isEmpty()) {
      throw new Refused("elsewhere.refused.nothing");
    }
    Set<String> categories = categories(tokens);
    for (UUID partner : draft.partners) {
      if (rows.ofCase(caseId).stream().anyMatch(q -> q.isAlike(partner, draft.sought))) {
        throw new Refused("elsewhere.refused.asked");
      }
      persons.checkOnward(file, partner, draft.purpose, tokens);
      UUID basis = bases.state(file, partner, draft.purpose, draft.basis, categories, who);
      int times = often.times(partner, tokens, who);
      UUID id = rows.insert(file, partner, new QuestionRows.Put(draft, basis, times), who);
      often.note(id, times, who);
      records.write(
          caseId,
          "elsewhere.asked",
          draft.purpose,
          id,
          Map.of(
              "question", id.toString(),
              "asked", partner.toString(),
              "purpose", draft.purpose,
              "basis", basis.toString()),
          who);
    }
  }

  /** Ends a question or watch; the other side deletes it. */
  @Transactional
  public void end(UUID caseId, UUID id, SignedIn who) {
    cases.check(caseId, who);
    Optional<Question> found =
        rows.find(id, who.organisation()).filter(q -> q.caseId().equals(caseId));
    Question one = found.orElseThrow(NotFound::new);
    if (rows.end(id, "ended")) {
      tellEnded(one);
      records.write(caseId, "elsewhere.ended", "", id, Map.of("question", id.toString()), who);
    }
  }

  /**
   * Ends questions about persons who are no longer traced, in all cases of the organisation or in
   * one; the other sides delete them.
   *
   * @param caseId the case, or null for all
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void endAbout(
      Collection<UUID> sought, UUID organisation, @Nullable UUID caseId, String reason) {
    for (Question one : rows.openAbout(sought, organisation)) {
      if ((caseId == null || caseId.equals(one.caseId())) && rows.end(one.id(), reason)) {
        tellEnded(one);
      }
    }
  }

  private void tellEnded(Question one) {
    outbox.end(
        new Outbox.Which.OfOrder(one.id(), one.organisation()),
        Ending.REVOKED,
        Ending.REVOKED.code());
    if (one.sentOn() != null) {
      outbox.put(
          KnownMessages.outgoing(
              KnownMessages.ENDED,
              one.id(),
              one.organisation(),
              one.asked(),
              new KnownMessages.Ended(one.id())));
    }
  }
}
