package org.passerelle.protect.sharing.duty;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.placement.place.NoShelter;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.undo.RemovedContent;
import org.passerelle.undo.Undo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Telephone numbers of an organisation to call if nobody answers, in order. */
@Service
public class DutyNumbers {
  /** Maximum number of entries. */
  public static final int MOST = 8;

  static final String REMOVED = "duty.number-removed";
  private final JdbcClient db;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Undo undo;
  private final NoShelter shelter;

  DutyNumbers(
      JdbcClient db, AuditLog audit, Identifiers identifiers, Undo undo, NoShelter shelter) {
    this.shelter = shelter;
    this.undo = undo;
    this.db = db;
    this.audit = audit;
    this.identifiers = identifiers;
  }

  /**
   * A telephone number.
   *
   * @param who who answers, such as the head of the night shift
   * @param shared whether senders of referrals see it as well
   */
  public record Telephone(UUID id, String who, String telephone, boolean shared) {}

  /** Numbers of an organisation in order of calling. */
  @Transactional(readOnly = true)
  public List<Telephone> of(UUID organisation) {
    return db.sql("select * from duty_number where organisation = :organisation order by place")
        .param("organisation", organisation)
        .query(
            (row, i) ->
                new Telephone(
                    row.getObject("id", UUID.class),
                    row.getString("who"),
                    row.getString("telephone"),
                    row.getBoolean("shared")))
        .list();
  }

  /**
   * Adds a number at the end.
   *
   * @throws Refused if there are too many, or the name is that of a shelter, which senders of
   *     referrals would read
   */
  @Transactional
  public void add(String name, String telephone, boolean shared, SignedIn who) {
    supervises(who);
    List<Telephone> there = of(who.organisation());
    if (there.size() >= MOST) {
      throw new Refused("duty.refused.numbers", MOST);
    }
    shelter.check(Map.of("who", name), who.organisation());
    UUID id = identifiers.next();
    db.sql(
            """
            insert into duty_number (id, organisation, place, who, telephone, shared)
            select :id, :organisation, coalesce(max(place), 0) + 1, :who, :telephone, :shared
              from duty_number where organisation = :organisation
            """)
        .param("id", id)
        .param("organisation", who.organisation())
        .param("who", name)
        .param("telephone", telephone)
        .param("shared", shared)
        .update();
    audit.write(who, "duty.number-added", "duty_number", id, Map.of());
  }

  /**
   * Removes a number.
   *
   * @return identifier of the undo offer
   */
  @Transactional
  public UUID remove(UUID id, SignedIn who) {
    supervises(who);
    NumberRemovalUndo.Whole whole =
        db.sql("select * from duty_number where id = :id and organisation = :organisation")
            .param("id", id)
            .param("organisation", who.organisation())
            .query(
                (row, i) ->
                    new NumberRemovalUndo.Whole(
                        row.getInt("place"),
                        row.getString("who"),
                        row.getString("telephone"),
                        row.getBoolean("shared")))
            .optional()
            .orElseThrow(NotFound::new);
    db.sql("delete from duty_number where id = :id and organisation = :organisation")
        .param("id", id)
        .param("organisation", who.organisation())
        .update();
    audit.write(who, REMOVED, "duty_number", id, Map.of());
    return undo.offer(REMOVED, id, RemovedContent.plain(who.organisation(), whole), who);
  }

  private static void supervises(SignedIn who) {
    if (!who.is(Role.SUPERVISOR)) {
      throw new NotFound();
    }
  }
}
