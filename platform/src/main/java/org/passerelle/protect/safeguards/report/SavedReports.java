package org.passerelle.protect.safeguards.report;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Colleagues;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.NamedLock;
import org.passerelle.storage.Vault;
import org.passerelle.undo.Undo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saved reports, private or shared with the organisation; only the definition is stored. A report
 * is changed by its author, or by a supervisor if it is shared and its author has left.
 */
@Service
public class SavedReports {
  static final String DELETED = "own-report.deleted";
  private static final String NAME = "own_report.name";
  private static final int MOST = 50;
  private final JdbcClient db;
  private final Vault vault;
  private final Identifiers identifiers;
  private final NamedLock lock;
  private final Undo undo;
  private final Colleagues colleagues;
  private final Clock clock;

  SavedReports(
      JdbcClient db,
      Vault vault,
      Identifiers identifiers,
      NamedLock lock,
      Undo undo,
      Colleagues colleagues,
      Clock clock) {
    this.db = db;
    this.vault = vault;
    this.identifiers = identifiers;
    this.lock = lock;
    this.undo = undo;
    this.colleagues = colleagues;
    this.clock = clock;
  }

  /**
   * A saved report.
   *
   * @param question query string of its URL: only codes and months
   * @param changeable whether the reader may rename, share and delete it
   */
  public record Saved(
      UUID id, UUID maker, String name, boolean shared, boolean changeable, String question) {}

  /** The reader's own reports and those shared by colleagues, oldest first. */
  @Transactional(readOnly = true)
  public List<Saved> of(SignedIn who) {
    check(who);
    return db.sql(
            """
            select id, user_id, shared, name, question from own_report
             where organisation = :organisation and (user_id = :user or shared) and deleted_at is null
             order by at, id
            """)
        .param("organisation", who.organisation())
        .param("user", who.user())
        .query(
            (row, i) -> {
              UUID maker = row.getObject("user_id", UUID.class);
              boolean shared = row.getBoolean("shared");
              return new Saved(
                  row.getObject("id", UUID.class),
                  maker,
                  vault.open(who.organisation(), NAME, row.getBytes("name")),
                  shared,
                  changes(maker, shared, who),
                  row.getString("question"));
            })
        .list();
  }

  /**
   * A saved report.
   *
   * @throws NotFound if it is not visible to the reader
   */
  @Transactional(readOnly = true)
  public Saved find(UUID id, SignedIn who) {
    return of(who).stream().filter(one -> one.id.equals(id)).findFirst().orElseThrow(NotFound::new);
  }

  private static void check(SignedIn who) {
    if (Reports.READERS.stream().noneMatch(who::is)) {
      throw new NotFound();
    }
  }

  private boolean changes(UUID maker, boolean shared, SignedIn who) {
    return maker.equals(who.user())
        || (shared && who.is(Role.SUPERVISOR) && left(maker, who.organisation()));
  }

  private boolean left(UUID maker, UUID organisation) {
    Optional<User> found = colleagues.find(maker);
    return found.filter(u -> u.active() && u.organisation().equals(organisation)).isEmpty();
  }

  /**
   * Saves a report.
   *
   * @throws Refused if the user already has fifty
   */
  @Transactional
  public UUID keep(String name, boolean shared, String question, SignedIn who) {
    lock.acquire("reports " + who.user());
    if (of(who).stream().filter(one -> one.maker.equals(who.user())).count() >= MOST) {
      throw new Refused("report.refused.many", MOST);
    }
    UUID id = identifiers.next();
    db.sql(
            """
            insert into own_report (id, organisation, user_id, shared, name, question, at)
            values (:id, :organisation, :user, :shared, :name, :question, :at)
            """)
        .param("id", id)
        .param("organisation", who.organisation())
        .param("user", who.user())
        .param("shared", shared)
        .param("name", vault.seal(who.organisation(), NAME, name))
        .param("question", question)
        .param("at", Columns.now(clock))
        .update();
    return id;
  }

  /** Renames a report, and changes whether it is shared. */
  @Transactional
  public void change(UUID id, String name, boolean shared, SignedIn who) {
    changeable(id, who);
    db.sql("update own_report set name = :name, shared = :shared where id = :id")
        .param("id", id)
        .param("name", vault.seal(who.organisation(), NAME, name))
        .param("shared", shared)
        .update();
  }

  /**
   * Deletes a report.
   *
   * @return identifier of the undo offer
   */
  @Transactional
  public UUID delete(UUID id, SignedIn who) {
    changeable(id, who);
    db.sql("delete from own_report where deleted_at < :over")
        .param("over", Columns.now(clock).minus(Undo.OPEN.multipliedBy(2)))
        .update();
    db.sql("update own_report set deleted_at = :now where id = :id")
        .param("now", Columns.now(clock))
        .param("id", id)
        .update();
    return undo.offer(DELETED, id, "", who);
  }

  private void changeable(UUID id, SignedIn who) {
    if (!find(id, who).changeable) {
      throw new NotFound();
    }
  }
}
