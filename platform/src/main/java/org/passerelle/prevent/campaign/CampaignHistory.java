package org.passerelle.prevent.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who changed what of a campaign. Thread-safe. */
@Service
public class CampaignHistory {
  private final JdbcClient db;
  private final SealedJson sealed;

  CampaignHistory(JdbcClient db, SealedJson sealed) {
    this.db = db;
    this.sealed = sealed;
  }

  /** The revisions of a campaign and of all its parts, the latest first. */
  @Transactional(readOnly = true)
  public List<Campaign.Revision> of(UUID campaign) {
    List<Stored> stored =
        db.sql(
                """
                select c.organisation, p.id, p.kind, r.number, r.content, r.at, r.by_user
                  from campaign c
                  join campaign_part p on p.campaign = c.id
                  join campaign_revision r on r.part = p.id
                 where c.id = :campaign
                 order by r.at, p.id, r.number""")
            .param("campaign", campaign)
            .query(this::stored)
            .list();
    if (stored.isEmpty()) {
      throw new NotFound();
    }
    List<Campaign.Revision> revisions = new ArrayList<>(compared(stored));
    revisions.addAll(withdrawn(campaign, stored));
    // of what happened in one moment, what came later stands first
    Collections.reverse(revisions);
    return revisions.stream()
        .sorted(Comparator.comparing(Campaign.Revision::at).reversed())
        .toList();
  }

  private record Stored(
      UUID part, String kind, int number, Instant at, UUID by, CampaignFields fields) {}

  private Stored stored(ResultSet row, int number) throws SQLException {
    return new Stored(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getInt("number"),
        Columns.instant(row, "at"),
        row.getObject("by_user", UUID.class),
        sealed.open(
            row.getObject("organisation", UUID.class),
            "campaign_revision.content",
            row.getBytes("content"),
            CampaignFields.class));
  }

  private static List<Campaign.Revision> compared(List<Stored> stored) {
    Map<UUID, CampaignFields> before = new HashMap<>();
    List<Campaign.Revision> revisions = new ArrayList<>();
    for (Stored one : stored) {
      CampaignFields last = before.put(one.part(), one.fields());
      revisions.add(
          new Campaign.Revision(
              one.part(),
              one.kind(),
              one.number(),
              one.at(),
              one.by(),
              changed(last == null ? new CampaignFields(Map.of()) : last, one.fields())));
    }
    return revisions;
  }

  private static Map<String, Campaign.Values> changed(CampaignFields before, CampaignFields after) {
    Map<String, Campaign.Values> changed = new LinkedHashMap<>();
    Set<String> fields = new LinkedHashSet<>(after.all().keySet());
    fields.addAll(before.all().keySet());
    for (String field : fields) {
      if (!before.many(field).equals(after.many(field))) {
        changed.put(field, new Campaign.Values(before.many(field), after.many(field)));
      }
    }
    return changed;
  }

  private List<Campaign.Revision> withdrawn(UUID campaign, List<Stored> stored) {
    Map<UUID, String> names = new HashMap<>();
    stored.forEach(one -> names.put(one.part(), one.fields().one("name")));
    return db.sql(
            """
            select id, kind, withdrawn_at, withdrawn_by from campaign_part
            where campaign = :campaign and withdrawn_at is not null""")
        .param("campaign", campaign)
        .query(
            (row, number) -> {
              UUID part = row.getObject("id", UUID.class);
              return new Campaign.Revision(
                  part,
                  row.getString("kind"),
                  0,
                  Columns.instant(row, "withdrawn_at"),
                  row.getObject("withdrawn_by", UUID.class),
                  Map.of(
                      "name",
                      new Campaign.Values(
                          CampaignFields.of(names.getOrDefault(part, "")), List.of())));
            })
        .list();
  }
}
