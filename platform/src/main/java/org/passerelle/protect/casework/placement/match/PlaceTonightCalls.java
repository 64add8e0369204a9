package org.passerelle.protect.casework.placement.match;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.protect.casework.cases.CallSource;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.placement.place.PlaceBeds;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests for a place tonight of people who have none yet, until a bed is held. */
@Component
class PlaceTonightCalls implements CallSource {
  private final JdbcClient db;
  private final PlaceBeds beds;

  PlaceTonightCalls(JdbcClient db, PlaceBeds beds) {
    this.db = db;
    this.beds = beds;
  }

  @Override
  public String kind() {
    return "placement";
  }

  @Override
  public Rank rank() {
    return Rank.NO_PLACE;
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.PLACEMENT_OFFICER);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Waiting> waiting() {
    Set<UUID> held = beds.casesWithBed();
    return db
        .sql(
            """
            select w.id, w.case_id, w.organisation, w.at
              from placement_wait w join case_outline c on c.id = w.case_id
             where w.state = 'waiting' and w.urgency = 0 and c.state <> 'closed'
               and not exists (select 1 from stay s
                                where s.case_id = w.case_id and s.state in ('expected', 'there', 'away'))
            """)
        .query(
            (row, i) ->
                new Tonight(
                    row.getObject("case_id", UUID.class),
                    new Waiting(
                        row.getObject("id", UUID.class),
                        row.getObject("organisation", UUID.class),
                        Urgency.HIGH,
                        Columns.instant(row, "at"))))
        .list()
        .stream()
        .filter(one -> !held.contains(one.caseId()))
        .map(Tonight::waiting)
        .toList();
  }

  private record Tonight(UUID caseId, Waiting waiting) {}
}
