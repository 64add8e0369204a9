package org.passerelle.prevent.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the campaigns of an organisation wait for. Thread-safe. */
@Service
public class CampaignDues {
  /** So many days before their end, rights that run out are told. */
  public static final int RIGHTS_DAYS = 30;

  /** Within so many days after a campaign its reach is entered. */
  public static final int REACH_DAYS = 30;

  private final JdbcClient db;
  private final CampaignRows rows;

  CampaignDues(JdbcClient db, CampaignRows rows) {
    this.db = db;
    this.rows = rows;
  }

  /**
   * Something to be done.
   *
   * @param campaign whose it is
   * @param part the material whose rights run out; the campaign itself if no reach was entered
   * @param title of the campaign
   * @param material name of the material, or empty
   * @param day last day of the rights, or of the campaign
   */
  public record Due(UUID campaign, UUID part, String title, String material, LocalDate day) {
    /** Whether rights run out. */
    public boolean isOfRights() {
      return !material.isEmpty();
    }
  }

  private record Row(UUID campaign, UUID part, LocalDate day) {}

  /** What the user's organisation has to do, the earliest day first. */
  @Transactional(readOnly = true)
  public List<Due> of(SignedIn who, LocalDate today) {
    List<Row> due =
        db.sql(
                """
                select c.id as campaign, p.id as part, p.rights_until as on_day
                  from campaign c join campaign_part p on p.campaign = c.id
                 where c.organisation = :organisation and not c.called_off
                   and p.withdrawn_at is null and p.rights_until <= :last
                union all
                select c.id, c.id, c.ends_on from campaign c
                 where c.organisation = :organisation and not c.called_off and c.ends_on < :today
                   and not exists (select 1 from campaign_reach r where r.campaign = c.id)
                order by on_day, campaign, part""")
            .param("organisation", who.organisation())
            .param("last", today.plusDays(RIGHTS_DAYS))
            .param("today", today)
            .query(
                (row, number) ->
                    new Row(
                        row.getObject("campaign", UUID.class),
                        row.getObject("part", UUID.class),
                        row.getObject("on_day", LocalDate.class)))
            .list();
    return due.stream()
        .flatMap(row -> rows.find(row.campaign()).stream().map(of -> due(row, of)))
        .toList();
  }

  private static Due due(Row row, Campaign campaign) {
    String material =
        campaign.materials().stream()
            .filter(one -> one.id().equals(row.part()))
            .map(one -> one.text().name())
            .findFirst()
            .orElse("");
    return new Due(row.campaign(), row.part(), campaign.sheet().title(), material, row.day());
  }
}
