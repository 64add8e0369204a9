package org.passerelle.protect.identity.recognition;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.relations.SamePersons;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Readers compare two files and answer. Where the stakes are high two readers answer independently;
 * if they disagree or neither is sure, a supervisor decides. The result is a statement about the
 * two files, which are never merged.
 */
@Service
public class Readings {
  /** Possible answers of a reader. */
  public static final List<String> ANSWERS = List.of("same", "different", "unsure");

  private static final String REASON = "duplicate.reason";
  private final JdbcClient db;
  private final PossibleDuplicates pairs;
  private final SamePersons same;
  private final Vault vault;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  Readings(
      JdbcClient db,
      PossibleDuplicates pairs,
      SamePersons same,
      Vault vault,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.pairs = pairs;
    this.same = same;
    this.vault = vault;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  private record Standing(
      UUID one, UUID other, String state, boolean twoReaders, int asked, @Nullable UUID statement) {
    boolean open() {
      return state.equals("open") || state.equals("disputed");
    }
  }

  /**
   * Records an answer.
   *
   * @param answer one of {@link #ANSWERS}
   * @param reason reason in the reader's words
   * @throws Refused if it was decided meanwhile, or this reader has already answered
   */
  @Transactional
  public void answer(UUID id, String answer, String reason, SignedIn who) {
    PossibleDuplicate pair = pairs.find(id, who);
    Standing standing = standing(id);
    List<String> before = answers(id, standing.asked);
    // use the state after locking the row, since somebody else may have answered in between
    if (!standing.open() || pair.answeredByReader()) {
      throw new Refused("recognition.refused.answered");
    }
    if (standing.state.equals("disputed") && !who.is(Role.SUPERVISOR)) {
      throw new Refused("recognition.refused.supervisor");
    }
    db.sql(
            """
            insert into duplicate_reading (id, pair, asked, place, reader, answer, reason, at)
            values (:id, :pair, :asked, :place, :reader, :answer, :reason, :at)
            """)
        .param("id", identifiers.next())
        .param("pair", id)
        .param("asked", standing.asked)
        .param("place", before.size() + 1)
        .param("reader", who.user())
        .param("answer", answer)
        .param("reason", vault.seal(standing.one, REASON, reason))
        .param("at", Columns.now(clock))
        .update();
    String state = after(standing, before, answer);
    @Nullable UUID statement = null;
    if (state.equals("same") || state.equals("different")) {
      statement = same.statePerson(standing.one, standing.other, state.equals("same"), reason, who);
    }
    settle(id, state, statement);
    audit.write(
        who, "recognition.answered", "duplicate", id, Map.of("answer", answer, "state", state));
  }

  /** State after an answer: decided, open for a second reader, or for a supervisor. */
  private static String after(Standing standing, List<String> before, String answer) {
    if (standing.state.equals("disputed")) {
      return answer.equals("unsure") ? "disputed" : answer;
    }
    if (!standing.twoReaders && !answer.equals("unsure")) {
      return answer;
    }
    if (before.isEmpty()) {
      return "open";
    }
    boolean agreed = before.stream().allMatch(answer::equals) && !answer.equals("unsure");
    return agreed ? answer : "disputed";
  }

  /**
   * Undoes a decision: revokes the statement and reopens the pair.
   *
   * @throws Refused if nothing was decided
   */
  @Transactional
  public void takeBack(UUID id, SignedIn who) {
    pairs.find(id, who);
    UUID statement = standing(id).statement();
    if (statement == null) {
      throw new Refused("recognition.refused.open");
    }
    same.revoke(statement, who);
    db.sql(
            """
            update possible_duplicate
               set state = 'open', asked = asked + 1, decided_at = null, statement = null
             where id = :id
            """)
        .param("id", id)
        .update();
    audit.write(who, "recognition.taken-back", "duplicate", id, Map.of());
  }

  private Standing standing(UUID id) {
    return db.sql(
            "select one, other, state, two_readers, asked, statement from possible_duplicate where id = :id for update")
        .param("id", id)
        .query(
            (row, i) ->
                new Standing(
                    row.getObject("one", UUID.class),
                    row.getObject("other", UUID.class),
                    row.getString("state"),
                    row.getBoolean("two_readers"),
                    row.getInt("asked"),
                    row.getObject("statement", UUID.class)))
        .single();
  }

  private List<String> answers(UUID id, int asked) {
    return db.sql("select answer from duplicate_reading where pair = :id and asked = :asked")
        .param("id", id)
        .param("asked", asked)
        .query(String.class)
        .list();
  }

  private void settle(UUID id, String state, @Nullable UUID statement) {
    boolean decided = statement != null;
    db.sql(
            """
            update possible_duplicate set state = :state, decided_at = :at, statement = :statement
             where id = :id
            """)
        .param("state", state)
        .param("at", decided ? Columns.now(clock) : null)
        .param("statement", statement)
        .param("id", id)
        .update();
  }
}
