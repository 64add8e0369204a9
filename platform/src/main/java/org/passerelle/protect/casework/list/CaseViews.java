package org.passerelle.protect.casework.list;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.NamedLock;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saved views of the list, private or shared with the organisation. */
@Service
public class CaseViews {
  private static final String NAME = "case_view.name";
  private static final int MOST = 20;
  private final JdbcClient db;
  private final Vault vault;
  private final Identifiers identifiers;
  private final NamedLock lock;
  private final Clock clock;

  CaseViews(JdbcClient db, Vault vault, Identifiers identifiers, NamedLock lock, Clock clock) {
    this.db = db;
    this.lock = lock;
    this.vault = vault;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * A saved view.
   *
   * @param own whether it is the reader's own
   * @param query query string of its URL: only codes and dates
   */
  public record View(UUID id, String name, boolean shared, boolean own, String query) {}

  /** The reader's own views and those shared by colleagues, oldest first. */
  @Transactional(readOnly = true)
  public List<View> of(SignedIn who) {
    return db.sql(
            """
            select id, user_id, shared, name, query from case_view
             where organisation = :organisation and (user_id = :user or shared) order by at, id
            """)
        .param("organisation", who.organisation())
        .param("user", who.user())
        .query(
            (row, i) ->
                new View(
                    row.getObject("id", UUID.class),
                    vault.open(who.organisation(), NAME, row.getBytes("name")),
                    row.getBoolean("shared"),
                    who.user().equals(row.getObject("user_id", UUID.class)),
                    row.getString("query")))
        .list();
  }

  /**
   * Saves a view.
   *
   * @throws Refused if the user already has twenty
   */
  @Transactional
  public UUID keep(String name, boolean shared, String query, SignedIn who) {
    lock.acquire("views " + who.user());
    if (of(who).stream().filter(View::own).count() >= MOST) {
      throw new Refused("cases.refused.views", MOST);
    }
    UUID id = identifiers.next();
    db.sql(
            """
            insert into case_view (id, organisation, user_id, shared, name, query, at)
            values (:id, :organisation, :user, :shared, :name, :query, :at)
            """)
        .param("id", id)
        .param("organisation", who.organisation())
        .param("user", who.user())
        .param("shared", shared)
        .param("name", vault.seal(who.organisation(), NAME, name))
        .param("query", query)
        .param("at", Columns.now(clock))
        .update();
    return id;
  }

  /** Deletes one of the user's views. */
  @Transactional
  public void forget(UUID id, SignedIn who) {
    if (db.sql("delete from case_view where id = :id and user_id = :user")
            .param("id", id)
            .param("user", who.user())
            .update()
        == 0) {
      throw new NotFound();
    }
  }
}
