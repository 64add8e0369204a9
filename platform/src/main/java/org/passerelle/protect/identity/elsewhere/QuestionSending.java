package org.passerelle.protect.identity.elsewhere;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.intersection.Batch;
import org.passerelle.intersection.Token;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.consent.Objection;
import org.passerelle.protect.sharing.consent.Released;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends questions in a round: the basis is checked again, the tokens are built from the present
 * file, and only blinded tokens are sent.
 */
@Component
class QuestionSending {
  private static final Logger LOG = LoggerFactory.getLogger(QuestionSending.class);
  private final QuestionRows rows;
  private final Cases cases;
  private final AskedPersons persons;
  private final StatedBasis bases;
  private final Disclosures disclosures;
  private final KnownLimits limits;
  private final Outbox outbox;
  private final TransactionTemplate transaction;

  QuestionSending(
      QuestionRows rows,
      Cases cases,
      AskedPersons persons,
      StatedBasis bases,
      Disclosures disclosures,
      KnownLimits limits,
      Outbox outbox,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.cases = cases;
    this.persons = persons;
    this.bases = bases;
    this.disclosures = disclosures;
    this.limits = limits;
    this.outbox = outbox;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Sends due questions; those beyond the quota wait until tomorrow. */
  void send(DaySecrets.Asking round, LocalDate day) {
    for (Question one : rows.due(round.pair, day, KnownLimits.A_DAY)) {
      try {
        if (!send(one, round, day)) {
          return;
        }
      } catch (RuntimeException e) {
        // a question that cannot be sent must not block the others
        LOG.warn("The question {} could not be sent.", one.id(), e);
      }
    }
  }

  /** Sends a question; false if the quota of today is exhausted. */
  private boolean send(Question one, DaySecrets.Asking round, LocalDate day) {
    Case file = cases.forHouse(one.caseId());
    List<Token> tokens = persons.tokens(file, one.sought());
    Optional<byte[]> near =
        tokens.isEmpty()
            ? Optional.empty()
            : round.near.flatMap(key -> persons.near(file, one.sought(), key));
    List<String> fields = fields(tokens, near.isPresent());
    Set<String> categories = Released.categoriesOf(fields);
    Optional<Objection> objection =
        bases.judge(file, one.asked(), one.purpose(), categories, one.basis());
    if (tokens.isEmpty() || objection.isPresent()) {
      end(one, objection.map(Objection::key).orElse("nothing"));
      return true;
    }
    Batch batch =
        round.side.ask(
            List.of(new org.passerelle.intersection.Question(one.id().toString(), tokens)));
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              if (limits.count(round.pair, true, 1) == 0) {
                return false;
              }
              if (rows.sent(one.id(), round.round, day)) {
                put(one, file, round.round, marked(batch, near), fields);
              }
              return true;
            }));
  }

  private void end(Question one, String reason) {
    transaction.executeWithoutResult(
        status -> rows.end(one.id(), reason.replaceFirst(".*\\.", "")));
  }

  /** The encoding is made from name and birth, whatever the tokens contain. */
  private static List<String> fields(List<Token> tokens, boolean near) {
    Set<String> fields = new LinkedHashSet<>(ComparedTokens.fields(tokens));
    if (near) {
      fields.addAll(List.of("names", "birth"));
    }
    return List.copyOf(fields);
  }

  private void put(
      Question one, Case file, UUID round, List<KnownMessages.Marked> marked, List<String> fields) {
    boolean first =
        disclosures.of(one.caseId()).stream().noneMatch(d -> d.referral().equals(one.id()));
    LocalDate until = one.watchUntil();
    UUID message =
        outbox.put(
            new Outbox.Outgoing(
                KnownMessages.ASKED,
                1,
                one.id(),
                one.organisation(),
                one.asked(),
                // each day of a watch is checked above, but it is a single disclosure
                first ? one.basis() : null,
                one.caseId(),
                KnownMessages.write(
                    new KnownMessages.Asked(
                        round,
                        one.purpose(),
                        one.basisKind(),
                        until == null ? null : until.toString(),
                        marked))));
    if (first) {
      disclosures.record(
          new Disclosures.Draft(
              one.caseId(),
              one.asked(),
              bases.kind(one.basis()),
              one.basis(),
              bases.version(one.basis()),
              one.purpose(),
              Stream.concat(Stream.of(Disclosures.ASKED), fields.stream()).toList(),
              false,
              message,
              one.id()),
          new SignedIn(one.askedBy(), "", file.organisation(), "", Set.of(Role.FOCAL_POINT)));
    }
  }

  private static List<KnownMessages.Marked> marked(Batch batch, Optional<byte[]> near) {
    return batch.questions().stream()
        .map(
            q ->
                new KnownMessages.Marked(
                    UUID.fromString(q.id()),
                    KnownMessages.text(q.nonce()),
                    KnownMessages.text(q.marks()),
                    near.map(KnownMessages::text).orElse(null)))
        .toList();
  }
}
