package org.passerelle.protect.casework.placement.stay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Residents of an organisation's houses, for house staff, regardless of who placed them and whose
 * case it is. Staff see no case, code, zone or tie, but only what the child's team chose for the
 * house and what the house itself recorded. After the child has left they see nothing.
 */
@Service
public class HouseStays {
  /**
   * Kinds of events recorded by the house itself; those of teams of the same organisation are not
   * shown.
   */
  private static final List<String> SHOWN =
      List.of("arrived", "returned", "away", "missing", "incident");

  private final JdbcClient db;
  private final StayRows rows;
  private final Stays stays;
  private final HouseSheets sheets;
  private final AuditLog audit;

  HouseStays(JdbcClient db, StayRows rows, Stays stays, HouseSheets sheets, AuditLog audit) {
    this.db = db;
    this.rows = rows;
    this.stays = stays;
    this.sheets = sheets;
    this.audit = audit;
  }

  /**
   * A current or expected resident, without encrypted data.
   *
   * @param place code of the house
   * @param placedBy organisation whose team placed them
   */
  public record Resident(
      UUID id,
      String place,
      UUID placedBy,
      String state,
      @Nullable Instant dueAt,
      @Nullable Instant missingAt) {
    /** Whether they have not arrived, or not returned, by the agreed time. */
    public boolean late(Instant now) {
      return dueAt != null
          && (state.equals("expected") || state.equals("away"))
          && !dueAt.isAfter(now);
    }
  }

  /**
   * A resident with the information for the house.
   *
   * @param known what the team of the case chose, in the order of the fields
   * @param told whether it can choose at all; a house of another organisation is informed by a
   *     referral
   * @param written events recorded by house staff, newest first
   */
  public record Known(
      Resident resident, Map<String, String> known, boolean told, List<Stay.Event> written) {
    public Known {
      written = List.copyOf(written);
    }
  }

  /** Current and expected residents of the organisation's houses. */
  @Transactional(readOnly = true)
  public List<Resident> here(SignedIn who) {
    if (!who.is(Role.HOUSE_STAFF)) {
      return List.of();
    }
    return db.sql(
            """
            select s.id, p.code, s.organisation, s.state, s.due_at, s.missing_at
              from stay s join safe_place p on p.id = s.place
             where p.house = :own and s.ended_at is null order by p.code, s.at, s.id
            """)
        .param("own", who.organisation())
        .query(
            (row, i) ->
                new Resident(
                    row.getObject("id", UUID.class),
                    row.getString("code"),
                    row.getObject("organisation", UUID.class),
                    row.getString("state"),
                    Columns.instantOrNull(row, "due_at"),
                    Columns.instantOrNull(row, "missing_at")))
        .list();
  }

  /**
   * A resident; the access is logged.
   *
   * @throws NotFound if they do not live in a house of the user's organisation
   */
  @Transactional
  public Known read(UUID id, SignedIn who) {
    Resident resident = resident(id, who);
    Stay stay = rows.find(id).orElseThrow(NotFound::new);
    audit.write(
        who, "stay.house-read", "case", stay.caseId(), Map.of("stay", stay.id().toString()));
    return new Known(resident, sheets.of(stay), sheets.ownHouse(stay), written(stay, who));
  }

  /**
   * Whether they are in the house now.
   *
   * @throws NotFound if they do not live in a house of the user's organisation
   */
  @Transactional(readOnly = true)
  public boolean isThere(UUID id, SignedIn who) {
    return resident(id, who).state().equals("there");
  }

  private List<Stay.Event> written(Stay stay, SignedIn who) {
    List<UUID> own =
        db.sql(
                """
                select e.id from stay_event e join user_outline u on u.id = e.by_user
                 where e.stay = :stay and u.organisation = :own
                """)
            .param("stay", stay.id())
            .param("own", who.organisation())
            .query(UUID.class)
            .list();
    return rows.events(stay).stream()
        .filter(event -> own.contains(event.id()) && SHOWN.contains(event.kind()))
        .toList();
  }

  private Resident resident(UUID id, SignedIn who) {
    return here(who).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private Stay held(UUID id, SignedIn who) {
    resident(id, who);
    Stay stay = rows.hold(id).orElseThrow(NotFound::new);
    if (!stay.open()) {
      throw new Refused("stay.refused.over");
    }
    return stay;
  }

  /** Records that they arrived, returned, or were found. */
  @Transactional
  public void arrive(UUID id, SignedIn who) {
    stays.arrive(held(id, who), who);
  }

  /**
   * Records an approved absence.
   *
   * @throws Refused if they are not there, or the time is in the past
   */
  @Transactional
  public void away(UUID id, Instant back, String words, SignedIn who) {
    stays.away(held(id, who), back, words, who);
  }

  /** Records that they are missing; both teams are shown this at once. */
  @Transactional
  public void missing(UUID id, String words, SignedIn who) {
    stays.missing(held(id, who), words, who);
  }

  /** Records an incident, for the team of the case and the placing team. */
  @Transactional
  public void incident(UUID id, String words, SignedIn who) {
    stays.note(held(id, who), "incident", "", words, who);
  }
}
