package org.passerelle.prevent.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.placement.place.NoShelter;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom campaigns reached. Entries are never changed or deleted: a correction is an entry that
 * strikes another. Thread-safe.
 */
@Service
public class CampaignReach {
  private static final String CONTENT = "campaign_reach.content";
  private final JdbcClient db;
  private final SealedJson sealed;
  private final Campaigns campaigns;
  private final NoShelter shelter;
  private final Identifiers identifiers;
  private final AuditLog audit;
  private final Clock clock;

  CampaignReach(
      JdbcClient db,
      SealedJson sealed,
      Campaigns campaigns,
      NoShelter shelter,
      Identifiers identifiers,
      AuditLog audit,
      Clock clock) {
    this.db = db;
    this.sealed = sealed;
    this.campaigns = campaigns;
    this.shelter = shelter;
    this.identifiers = identifiers;
    this.audit = audit;
    this.clock = clock;
  }

  private record Words(String source, String method) {}

  /** Entries of a campaign, those that were struck as well, by the period they tell of. */
  @Transactional(readOnly = true)
  public List<Reach> of(Campaign campaign) {
    return db.sql(
            """
            select r.*, s.by_entry from campaign_reach r
            left join campaign_reach_struck s on s.entry = r.id
            where r.campaign = :campaign order by r.starts_on, r.at, r.id""")
        .param("campaign", campaign.id())
        .query((row, number) -> reach(row, campaign.organisation()))
        .list();
  }

  private Reach reach(ResultSet row, UUID organisation) throws SQLException {
    Words words = sealed.open(organisation, CONTENT, row.getBytes("content"), Words.class);
    return new Reach(
        row.getObject("id", UUID.class),
        new Reach.Draft(
            row.getString("channel"),
            row.getLong("reached"),
            row.getString("unit"),
            row.getObject("starts_on", LocalDate.class),
            row.getObject("ends_on", LocalDate.class),
            words.source(),
            words.method()),
        Columns.instant(row, "at"),
        row.getObject("by_user", UUID.class),
        row.getObject("by_entry", UUID.class));
  }

  /** An entry that no other one struck. */
  @Transactional(readOnly = true)
  public Reach standing(UUID campaign, UUID entry) {
    return of(campaigns.find(campaign)).stream()
        .filter(one -> one.id().equals(entry) && !one.isStruck())
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Enters how many a campaign reached.
   *
   * @param strikes the entry that this one corrects, or null
   * @throws Refused if the period ends before it begins or is not over, source or method are
   *     missing, a shelter is named, or somebody corrected that entry already
   */
  @Transactional
  public UUID enter(SignedIn who, UUID campaign, Reach.Draft draft, @Nullable UUID strikes) {
    Campaign of = campaigns.find(campaign);
    check(draft);
    shelter.check(
        Map.of("source", draft.source(), "method", draft.method()),
        who.organisation(),
        of.organisation());
    UUID id = identifiers.next();
    db.sql(
            """
            insert into campaign_reach (id, campaign, channel, reached, unit, starts_on, ends_on, content, at, by_user)
            values (:id, :campaign, :channel, :reached, :unit, :from, :until, :content, :now, :by)""")
        .param("id", id)
        .param("campaign", campaign)
        .param("channel", draft.channel())
        .param("reached", draft.number())
        .param("unit", draft.unit())
        .param("from", draft.from())
        .param("until", draft.until())
        .param(
            "content",
            sealed.seal(of.organisation(), CONTENT, new Words(draft.source(), draft.method())))
        .param("now", Columns.now(clock))
        .param("by", who.user())
        .update();
    if (strikes == null) {
      audit.write(who, "campaign.reach-entered", "campaign", campaign, Map.of());
    } else {
      strike(of, strikes, id);
      audit.write(
          who, "campaign.reach-corrected", "campaign", campaign, Map.of("entry", "" + strikes));
    }
    return id;
  }

  private void check(Reach.Draft draft) {
    if (draft.until().isBefore(draft.from())) {
      throw new Refused("campaign.refused.period").at("until");
    }
    if (!Days.begun(draft.until(), clock.instant())) {
      throw new Refused("form.error.future").at("until");
    }
    if (draft.source().isBlank()) {
      throw new Refused("campaign.refused.source").at("source");
    }
    if (draft.method().isBlank()) {
      throw new Refused("campaign.refused.method").at("method");
    }
  }

  private void strike(Campaign campaign, UUID entry, UUID by) {
    if (of(campaign).stream().noneMatch(one -> one.id().equals(entry))) {
      throw new NotFound();
    }
    int struck =
        db.sql(
                """
                insert into campaign_reach_struck (entry, by_entry) values (:entry, :by)
                on conflict do nothing""")
            .param("entry", entry)
            .param("by", by)
            .update();
    if (struck == 0) {
      throw new Refused("campaign.refused.struck").at("number");
    }
  }
}
