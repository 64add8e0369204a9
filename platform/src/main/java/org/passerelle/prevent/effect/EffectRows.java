package org.passerelle.prevent.effect;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.passerelle.prevent.campaign.Campaign;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was measured around campaigns, in the database: whole versions, sealed under the key of the
 * organisation that entered the campaign. None is changed or deleted. Thread-safe.
 */
@Component
class EffectRows {
  private static final String CONTENT = "campaign_effect_version.content";
  private final JdbcClient db;
  private final SealedJson sealed;
  private final Clock clock;

  EffectRows(JdbcClient db, SealedJson sealed, Clock clock) {
    this.db = db;
    this.sealed = sealed;
    this.clock = clock;
  }

  /** What a campaign has of a kind in its current version, the first entered first. */
  <T> List<Kept<T>> current(Campaign campaign, String kind, Class<T> type) {
    return db.sql(
            """
            select e.id, e.withdrawn_at, v.number, v.content, v.at, v.by_user
              from campaign_effect e
              join campaign_effect_version v on v.effect = e.id and v.number = e.version
              join campaign_effect_version f on f.effect = e.id and f.number = 1
             where e.campaign = :campaign and e.kind = :kind order by f.at, e.id""")
        .param("campaign", campaign.id())
        .param("kind", kind)
        .query(reader(campaign, type))
        .list();
  }

  /** All versions, the latest first; none if the campaign has nothing of that kind and id. */
  <T> List<Kept<T>> versions(Campaign campaign, String kind, UUID id, Class<T> type) {
    return db.sql(
            """
            select e.id, e.withdrawn_at, v.number, v.content, v.at, v.by_user
              from campaign_effect e
              join campaign_effect_version v on v.effect = e.id
             where e.campaign = :campaign and e.kind = :kind and e.id = :id order by v.number desc""")
        .param("campaign", campaign.id())
        .param("kind", kind)
        .param("id", id)
        .query(reader(campaign, type))
        .list();
  }

  private <T> RowMapper<Kept<T>> reader(Campaign campaign, Class<T> type) {
    return (row, number) ->
        new Kept<>(
            row.getObject("id", UUID.class),
            row.getInt("number"),
            row.getObject("withdrawn_at") != null,
            Columns.instant(row, "at"),
            row.getObject("by_user", UUID.class),
            sealed.open(campaign.organisation(), CONTENT, row.getBytes("content"), type));
  }

  /** Inserts something with its first version; false if it is there. */
  boolean insert(UUID id, Campaign campaign, String kind, Object content, UUID by) {
    int inserted =
        db.sql(
                """
                insert into campaign_effect (id, campaign, kind, version)
                values (:id, :campaign, :kind, 1) on conflict do nothing""")
            .param("id", id)
            .param("campaign", campaign.id())
            .param("kind", kind)
            .update();
    if (inserted == 0) {
      return false;
    }
    version(id, campaign, 1, content, by);
    return true;
  }

  /** Adds the next version; false if it has another version, or is out of use. */
  boolean replace(UUID id, Campaign campaign, int version, Object content, UUID by) {
    int changed =
        db.sql(
                """
                update campaign_effect set version = version + 1
                where id = :id and campaign = :campaign and version = :version
                  and withdrawn_at is null""")
            .param("id", id)
            .param("campaign", campaign.id())
            .param("version", version)
            .update();
    if (changed == 0) {
      return false;
    }
    version(id, campaign, version + 1, content, by);
    return true;
  }

  private void version(UUID id, Campaign campaign, int number, Object content, UUID by) {
    db.sql(
            """
            insert into campaign_effect_version (effect, number, content, at, by_user)
            values (:id, :number, :content, :now, :by)""")
        .param("id", id)
        .param("number", number)
        .param("content", sealed.seal(campaign.organisation(), CONTENT, content))
        .param("now", Columns.now(clock))
        .param("by", by)
        .update();
  }

  /** Takes something out of use; false if it has another version, or is not in use. */
  boolean withdraw(UUID id, Campaign campaign, int version, UUID by) {
    return db.sql(
                """
                update campaign_effect set withdrawn_at = :now, withdrawn_by = :by
                where id = :id and campaign = :campaign and version = :version
                  and withdrawn_at is null""")
            .param("version", version)
            .param("now", Columns.now(clock))
            .param("by", by)
            .param("id", id)
            .param("campaign", campaign.id())
            .update()
        > 0;
  }
}
