package org.passerelle.protect.identity.elsewhere;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.consent.Objection;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends answers once a day: what was released, and for every other question whose days are over
 * that nothing is released. The latter is the same whether or not somebody was found, so that it
 * reveals nothing.
 */
@Component
class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
  private static final int OF_A_MESSAGE = 500;
  private final JdbcClient db;
  private final HitRows hits;
  private final Findability findability;
  private final Cases cases;
  private final StatedBasis bases;
  private final Disclosures disclosures;
  private final AnswerPost post;
  private final TransactionTemplate transaction;

  Answers(
      JdbcClient db,
      HitRows hits,
      Findability findability,
      Cases cases,
      StatedBasis bases,
      Disclosures disclosures,
      AnswerPost post,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.hits = hits;
    this.findability = findability;
    this.cases = cases;
    this.bases = bases;
    this.disclosures = disclosures;
    this.post = post;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Sends released answers between organisations in one office, and today's batches when their time
   * has come: one per asker, with everything released until then. Each asker on its own, so that an
   * unreadable answer to one does not keep the others from theirs.
   */
  void send() {
    for (DaySecrets.Pair pair : released()) {
      apart(
          () -> {
            if (post.goesAtOnce(pair)) {
              tell(pair, post.now());
            }
          });
    }
    if (!post.hourHasCome()) {
      return;
    }
    LocalDate today = post.today();
    for (DaySecrets.Pair pair : waiting(today)) {
      apart(
          () -> {
            if (post.first(pair)) {
              send(pair, today);
            }
          });
    }
  }

  private void apart(Runnable work) {
    try {
      transaction.executeWithoutResult(status -> work.run());
    } catch (RuntimeException e) {
      LOG.warn("Answers to one asker could not be sent; retrying in the next run.", e);
    }
  }

  private List<DaySecrets.Pair> waiting(LocalDate today) {
    return db.sql(
            """
            select organisation, asker from known_asked where state = 'open' and none_on <= :today
            union
            select organisation, asker from known_hit
             where band in ('likely', 'possible') and sent_at is null and decided_at <= :until
            """)
        .param("today", today)
        .param("until", post.releasedUntil())
        .query(
            (row, i) ->
                new DaySecrets.Pair(
                    row.getObject("organisation", UUID.class), row.getObject("asker", UUID.class)))
        .list();
  }

  /** Pairs of organisations between which something was released but not sent. */
  private List<DaySecrets.Pair> released() {
    return db.sql(
            """
            select distinct organisation, asker from known_hit
             where band in ('likely', 'possible') and sent_at is null
            """)
        .query(
            (row, i) ->
                new DaySecrets.Pair(
                    row.getObject("organisation", UUID.class), row.getObject("asker", UUID.class)))
        .list();
  }

  /** Sends released answers that are still valid; returns the questions that they answer. */
  private Set<UUID> tell(DaySecrets.Pair pair, OffsetDateTime until) {
    Set<UUID> told = new HashSet<>();
    for (HitRows.Released one : hits.released(pair, until)) {
      if (holds(one, pair)) {
        tell(one, pair);
        told.add(one.question());
      } else {
        hits.undecide(one.id());
      }
    }
    return told;
  }

  private void send(DaySecrets.Pair pair, LocalDate today) {
    Set<UUID> told = tell(pair, post.releasedUntil());
    List<KnownMessages.Answer> none =
        over(pair, today).stream()
            .filter(question -> !told.contains(question) && !answered(question, pair))
            .map(question -> new KnownMessages.Answer(question, "none", null))
            .toList();
    for (int from = 0; from < none.size(); from += OF_A_MESSAGE) {
      post.put(pair, none.subList(from, Math.min(none.size(), from + OF_A_MESSAGE)));
    }
    db.sql(
            """
            update known_asked set state = 'closed'
             where organisation = :organisation and asker = :asker and state = 'open' and none_on <= :today
            """)
        .param("organisation", pair.organisation())
        .param("asker", pair.far())
        .param("today", today)
        .update();
  }

  /** Sends one answer in a message of its own, on its basis; it is erased with its case. */
  private void tell(HitRows.Released one, DaySecrets.Pair pair) {
    UUID message = post.put(pair, one);
    hits.sent(one.id());
    if (!one.watch()) {
      close(one.question(), pair);
    }
    disclosures.record(
        new Disclosures.Draft(
            one.caseId(),
            pair.far(),
            bases.kind(one.basis()),
            one.basis(),
            bases.version(one.basis()),
            one.purpose(),
            List.of(Disclosures.KNOWN),
            false,
            message,
            one.question()),
        new SignedIn(one.by(), "", pair.organisation(), "", Set.of(Role.FOCAL_POINT)));
  }

  private void close(UUID question, DaySecrets.Pair pair) {
    db.sql(
            """
            update known_asked set state = 'closed'
             where id = :id and organisation = :organisation and state = 'open'
            """)
        .param("id", question)
        .param("organisation", pair.organisation())
        .update();
  }

  /**
   * Checks again, since consent, findability and asylum status may have changed after the release.
   */
  private boolean holds(HitRows.Released one, DaySecrets.Pair pair) {
    Optional<Objection> objection =
        bases.judge(
            cases.forHouse(one.caseId()), pair.far(), one.purpose(), Hits.CATEGORIES, one.basis());
    return objection.isEmpty() && findability.mayFind(one.caseId(), pair.far());
  }

  private List<UUID> over(DaySecrets.Pair pair, LocalDate today) {
    return db.sql(
            """
            select id from known_asked
             where organisation = :organisation and asker = :asker and state = 'open' and none_on <= :today
             order by id
            """)
        .param("organisation", pair.organisation())
        .param("asker", pair.far())
        .param("today", today)
        .query(UUID.class)
        .list();
  }

  private boolean answered(UUID question, DaySecrets.Pair pair) {
    return db.sql(
                """
                select count(*) from known_hit
                 where question = :question and organisation = :organisation
                   and sent_at is not null and band in ('likely', 'possible')
                """)
            .param("question", question)
            .param("organisation", pair.organisation())
            .query(Integer.class)
            .single()
        > 0;
  }
}
