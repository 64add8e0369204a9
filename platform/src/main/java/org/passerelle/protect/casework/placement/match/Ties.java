package org.passerelle.protect.casework.placement.match;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.placement.place.NoShelter;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.UuidArray;
import org.passerelle.storage.Vault;
import org.passerelle.undo.Undo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Siblings who stay together, and children who must not live in the same house; recorded by users
 * who are on the team of both cases.
 */
@Service
public class Ties {
  static final String ENDED = "tie.ended";
  private static final String REASON = "placement_tie.details";
  private final JdbcClient db;
  private final Vault vault;
  private final Cases cases;
  private final CaseRecord records;
  private final Identifiers identifiers;
  private final Undo undo;
  private final NoShelter shelter;
  private final Clock clock;

  Ties(
      JdbcClient db,
      Vault vault,
      Cases cases,
      CaseRecord records,
      Identifiers identifiers,
      Undo undo,
      NoShelter shelter,
      Clock clock) {
    this.shelter = shelter;
    this.undo = undo;
    this.db = db;
    this.vault = vault;
    this.cases = cases;
    this.records = records;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Ties of a case, in either direction. For a case that the reader does not see they learn only
   * that a tie exists, without code or reason.
   */
  @Transactional(readOnly = true)
  public List<Tie> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return all(caseId).stream()
        .map(tie -> cases.sees(tie.other(), who) ? tie : tie.hidden())
        .toList();
  }

  /**
   * The same for the placing team, whose access was checked: it knows the other person if it looks
   * for a place for them as well, or has placed them.
   */
  @Transactional(readOnly = true)
  public List<Tie> ofPlaced(UUID caseId, SignedIn who) {
    return all(caseId).stream()
        .map(tie -> places(tie.other(), who) || cases.sees(tie.other(), who) ? tie : tie.hidden())
        .toList();
  }

  private boolean places(UUID caseId, SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER)
        && db.sql(
                    """
                    select (select count(*) from placement_wait
                             where case_id = :case and organisation = :own and state <> 'over')
                           + (select count(*) from stay
                               where case_id = :case and organisation = :own and ended_at is null) as n
                    """)
                .param("case", caseId)
                .param("own", who.organisation())
                .query(Integer.class)
                .single()
            > 0;
  }

  private List<Tie> all(UUID caseId) {
    return db.sql(
            """
            select t.id, t.case_id, t.other_case, t.kind, t.details, e.code
              from placement_tie t
              join case_outline e on e.id = case when t.case_id = :case then t.other_case else t.case_id end
             where (t.case_id = :case or t.other_case = :case) and t.ended_at is null
             order by t.kind desc, e.code
            """)
        .param("case", caseId)
        .query(
            (row, i) -> {
              UUID one = row.getObject("case_id", UUID.class);
              UUID other = row.getObject("other_case", UUID.class);
              return new Tie(
                  row.getObject("id", UUID.class),
                  caseId,
                  one.equals(caseId) ? other : one,
                  row.getString("code"),
                  row.getString("kind"),
                  vault.open(one, REASON, row.getBytes("details")));
            })
        .list();
  }

  /**
   * Two persons with a tie.
   *
   * @param kind {@code together} or {@code apart}
   */
  public record Pair(UUID one, UUID other, String kind) {}

  /**
   * Ties of these cases and of all who belong together with them, directly or through others;
   * without reasons.
   */
  @Transactional(readOnly = true)
  public List<Pair> around(Collection<UUID> cases) {
    Set<UUID> all = new LinkedHashSet<>(cases);
    List<Pair> pairs = among(all);
    while (joined(pairs, all)) {
      pairs = among(all);
    }
    return pairs;
  }

  /** Adds all who are tied together; returns whether the set grew. */
  private static boolean joined(List<Pair> pairs, Set<UUID> all) {
    int before = all.size();
    pairs.stream()
        .filter(pair -> pair.kind().equals("together"))
        .forEach(pair -> all.addAll(List.of(pair.one(), pair.other())));
    return all.size() > before;
  }

  private List<Pair> among(Collection<UUID> cases) {
    return db.sql(
            """
            select case_id as one, other_case as other, kind from placement_tie
             where ended_at is null
               and (case_id = any(cast(:ids as uuid array)) or other_case = any(cast(:ids as uuid array)))
             order by id
            """)
        .param("ids", UuidArray.of(cases))
        .query(Pair.class)
        .list();
  }

  /**
   * Records a tie.
   *
   * @param code of the other case
   * @param kind {@code together} or {@code apart}
   * @throws Refused if no such case is visible to this user, it is the same case, or the reason
   *     names a shelter: the team of the other case reads it as well
   */
  @Transactional
  public void state(UUID caseId, String code, String kind, String reason, SignedIn who) {
    cases.check(caseId, who);
    UUID other =
        cases.byCode(code, who).orElseThrow(() -> new Refused("match.refused.no-case").at("code"));
    if (other.equals(caseId)) {
      throw new Refused("match.refused.same-case").at("code");
    }
    shelter.check(Map.of("reason", reason), who.organisation());
    for (Tie before : all(caseId)) {
      if (before.other().equals(other)) {
        close(before.id());
      }
    }
    UUID id = identifiers.next();
    db.sql(
            """
            insert into placement_tie (id, case_id, other_case, kind, details, at, by_user)
            values (:id, :case, :other, :kind, :details, :now, :user)
            """)
        .param("id", id)
        .param("case", caseId)
        .param("other", other)
        .param("kind", kind)
        .param("details", vault.seal(caseId, REASON, reason))
        .param("now", Columns.now(clock))
        .param("user", who.user())
        .update();
    records.write(
        caseId, "tie.stated", "", id, Map.of("other", other.toString(), "kind", kind), who);
  }

  /**
   * Ends a tie.
   *
   * @return identifier of the undo offer
   */
  @Transactional
  public UUID end(UUID caseId, UUID tie, SignedIn who) {
    if (of(caseId, who).stream().noneMatch(t -> t.id().equals(tie))) {
      throw new NotFound();
    }
    close(tie);
    records.write(caseId, ENDED, "", tie, Map.of("tie", tie.toString()), who);
    return undo.offer(ENDED, tie, caseId.toString(), who);
  }

  private void close(UUID tie) {
    db.sql("update placement_tie set ended_at = :now where id = :id")
        .param("now", Columns.now(clock))
        .param("id", tie)
        .update();
  }
}
