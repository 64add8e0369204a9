package org.passerelle.protect.elsewhere;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.consent.Disclosures;
import org.passerelle.protect.consent.Objection;
import org.passerelle.protect.consent.StatedBasis;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What goes back, once a day: what was released, and for every other question whose days are over
 * that nothing is. The second is the same whether somebody was found, so that it tells nothing.
 */
@Component
class Answers {
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
   * Sends what was released between those who sit in one office, and the batches of today whose
   * hour has come, to each asker one, with what was released until that hour.
   */
  void send() {
    for (DaySecrets.Pair pair : released()) {
      if (post.goesAtOnce(pair)) {
        transaction.executeWithoutResult(status -> tell(pair, post.now()));
      }
    }
    if (!post.hourHasCome()) {
      return;
    }
    LocalDate today = post.today();
    for (DaySecrets.Pair pair : waiting(today)) {
      transaction.executeWithoutResult(
          status -> {
            if (post.first(pair)) {
              send(pair, today);
            }
          });
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

  /** Pairs between which something was released and has not gone. */
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

  /** What was released and holds goes; gives the questions that it answers. */
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

  /** A message of its own, which rests on its basis and goes with its case. */
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

  /** Consent, findability and asylum may have changed since somebody released it. */
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
