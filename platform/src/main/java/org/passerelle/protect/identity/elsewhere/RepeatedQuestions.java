package org.passerelle.protect.identity.elsewhere;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.intersection.Kind;
import org.passerelle.intersection.Token;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Detects users who repeatedly ask the same organisation about apparently the same person, in one
 * case or several; they may be looking for a runaway. Files are compared in their present state; a
 * user who changes a file between two questions is only noticed by the asked side.
 */
@Component
class RepeatedQuestions {
  /** Number of questions from which a supervisor is told. */
  static final int TOO_OFTEN = 3;

  private static final int DAYS = 30;

  /** Number of most recent earlier questions that are compared. */
  private static final int LOOKED_AT = 100;

  private final JdbcClient db;
  private final AskedPersons persons;
  private final Cases cases;
  private final AuditLog audit;
  private final DayTime time;

  RepeatedQuestions(
      JdbcClient db, AskedPersons persons, Cases cases, AuditLog audit, DayTime time) {
    this.db = db;
    this.persons = persons;
    this.cases = cases;
    this.audit = audit;
    this.time = time;
  }

  private record Before(UUID caseId, @Nullable UUID sought) {}

  /**
   * Counts how often a user has asked a partner about a person within thirty days, including this
   * question.
   *
   * @param tokens tokens of the person, at least one
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int times(UUID partner, List<Token> tokens, SignedIn who) {
    OffsetDateTime since = time.now().minusDays(DAYS);
    List<Before> before =
        db.sql(
                """
                select case_id, sought from known_question
                 where organisation = :organisation and asked = :asked and asked_by = :user and asked_at >= :since
                 order by asked_at desc, id limit :limit
                """)
            .param("organisation", who.organisation())
            .param("asked", partner)
            .param("user", who.user())
            .param("since", since)
            .param("limit", LOOKED_AT)
            .query(
                (row, i) ->
                    new Before(
                        row.getObject("case_id", UUID.class), row.getObject("sought", UUID.class)))
            .list();
    Collection<Token> telling = telling(tokens);
    return 1 + (int) before.stream().filter(one -> isSame(one, telling)).count();
  }

  private boolean isSame(Before one, Collection<Token> telling) {
    Case file = cases.forHouse(one.caseId());
    return persons.tokens(file, one.sought()).stream().anyMatch(telling::contains);
  }

  /** Name and year alone are used only if nothing else is known, since many children share them. */
  private static Collection<Token> telling(List<Token> tokens) {
    List<Token> precise = tokens.stream().filter(t -> t.kind() != Kind.NAME_AND_YEAR).toList();
    return precise.isEmpty() ? tokens : precise;
  }

  /** Writes a log entry if the number is too high. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void note(UUID question, int times, SignedIn who) {
    if (times >= TOO_OFTEN) {
      audit.write(
          who, "known.asked-often", "question", question, Map.of("times", Integer.toString(times)));
    }
  }
}
