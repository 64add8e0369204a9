package org.passerelle.prosecute.exhibit;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.investigation.Worded;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether the defence gets an exhibit, as prosecutors of the team decided; each decision stays.
 * Safe for concurrent use.
 */
@Service
public class DefenceDisclosures {
  /** What can be decided. */
  public static final List<String> STATES = List.of("disclosed", "withheld", "not_yet");

  private static final String WITHHELD = "withheld";
  private static final String PLACE = "exhibit_disclosure.reason";
  private final JdbcClient db;
  private final ExhibitRows rows;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final Identifiers identifiers;

  DefenceDisclosures(
      JdbcClient db,
      ExhibitRows rows,
      InvestigationSight sight,
      InvestigationRecord records,
      Identifiers identifiers) {
    this.db = db;
    this.rows = rows;
    this.sight = sight;
    this.records = records;
    this.identifiers = identifiers;
  }

  /**
   * A decision.
   *
   * @param number from 1, for each exhibit
   * @param state one of {@link #STATES}
   * @param reason why it is withheld, which the defence reads; otherwise empty
   */
  public record Decision(
      UUID exhibit, int number, String state, String reason, Instant at, UUID user) {}

  /** Every decision about an exhibit, oldest first. */
  @Transactional(readOnly = true)
  public List<Decision> of(UUID investigation, UUID exhibit, SignedIn who) {
    return all(investigation, who).stream().filter(one -> one.exhibit.equals(exhibit)).toList();
  }

  /** What holds, by exhibit; nobody has decided about those that are missing. */
  @Transactional(readOnly = true)
  public Map<UUID, Decision> standing(UUID investigation, SignedIn who) {
    Map<UUID, Decision> standing = new HashMap<>();
    all(investigation, who).forEach(one -> standing.put(one.exhibit, one));
    return standing;
  }

  private List<Decision> all(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    return db.sql(
            """
            select d.* from exhibit_disclosure d join exhibit e on e.id = d.exhibit
             where e.investigation = :id order by e.number, d.number
            """)
        .param("id", investigation)
        .query(
            (row, i) -> {
              UUID exhibit = row.getObject("exhibit", UUID.class);
              byte[] reason = row.getBytes("reason");
              return new Decision(
                  exhibit,
                  row.getInt("number"),
                  row.getString("state"),
                  reason == null
                      ? ""
                      : records.open(exhibit, PLACE, reason, Worded.Text.class).words(),
                  Columns.instant(row, "at"),
                  row.getObject("by_user", UUID.class));
            })
        .list();
  }

  /**
   * Decides whether the defence gets an exhibit; also in a closed investigation.
   *
   * @param before number of the decision that the user saw; 0 for none
   * @throws NotFound if it was not taken in, or the user is no prosecutor of the team
   * @throws Refused if it is withheld without a reason, or somebody decided meanwhile
   */
  @Transactional
  public void decide(
      UUID investigation, UUID exhibit, int before, String state, String reason, SignedIn who) {
    sight.checkLeads(investigation, who);
    Exhibit one =
        rows.find(investigation, exhibit).filter(Exhibit::held).orElseThrow(NotFound::new);
    boolean withheld = state.equals(WITHHELD);
    if (withheld && reason.isEmpty()) {
      throw new Refused("exhibit.refused.kept-back").at("kept_back");
    }
    int last = of(investigation, exhibit, who).stream().mapToInt(Decision::number).max().orElse(0);
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", identifiers.next());
    row.put("exhibit", exhibit);
    row.put("number", before + 1);
    row.put("state", state);
    row.put("reason", withheld ? records.seal(exhibit, PLACE, new Reason(reason), who) : null);
    row.put("now", records.now());
    row.put("user", who.user());
    if (last != before
        || db.sql(
                    """
                    insert into exhibit_disclosure (id, exhibit, number, state, reason, at, by_user)
                    values (:id, :exhibit, :number, :state, :reason, :now, :user) on conflict do nothing
                    """)
                .params(row)
                .update()
            == 0) {
      throw new Refused("exhibit.refused.decided").at("disclosure");
    }
    records.write(
        investigation, "exhibit.disclosure", one.number(), exhibit, Map.of("state", state), who);
  }

  /** Stored as {@link Worded.Text}, under the name of its field in the form. */
  private record Reason(String words) implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("kept_back", words);
    }
  }
}
