package org.passerelle.prevent.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Campaigns in the database, sealed under the key of the organisation that entered them. */
@Component
class CampaignRows {
  private static final String CONTENT = "campaign_revision.content";

  /**
   * Parts in use with their current revision, the first entered first; of one campaign or of all.
   */
  private static final String CURRENT =
      """
      select c.id as campaign, c.organisation, p.id as part, p.kind, p.version, r.content
        from campaign c
        join campaign_part p on p.campaign = c.id
        join campaign_revision r on r.part = p.id and r.number = p.version
        join campaign_revision f on f.part = p.id and f.number = 1
       where p.withdrawn_at is null and c.id = coalesce(cast(:campaign as uuid), c.id)
       order by c.ends_on desc, c.at desc, c.id, p.kind, f.at, p.id""";

  private final JdbcClient db;
  private final SealedJson sealed;
  private final Identifiers identifiers;
  private final Clock clock;

  CampaignRows(JdbcClient db, SealedJson sealed, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.sealed = sealed;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  private record Stored(
      UUID campaign,
      UUID organisation,
      UUID part,
      String kind,
      int version,
      CampaignFields fields) {}

  /** All campaigns of the node, the one that ends last first. */
  List<Campaign> all() {
    return current(null);
  }

  Optional<Campaign> find(UUID id) {
    return current(id).stream().findFirst();
  }

  private List<Campaign> current(@Nullable UUID campaign) {
    return campaigns(db.sql(CURRENT).param("campaign", campaign).query(this::stored).list());
  }

  private Stored stored(ResultSet row, int number) throws SQLException {
    UUID organisation = row.getObject("organisation", UUID.class);
    return new Stored(
        row.getObject("campaign", UUID.class),
        organisation,
        row.getObject("part", UUID.class),
        row.getString("kind"),
        row.getInt("version"),
        fields(organisation, row.getBytes("content")));
  }

  private CampaignFields fields(UUID organisation, byte[] content) {
    return sealed.open(organisation, CONTENT, content, CampaignFields.class);
  }

  private static List<Campaign> campaigns(List<Stored> parts) {
    Map<UUID, List<Stored>> byCampaign = new LinkedHashMap<>();
    parts.forEach(
        part -> byCampaign.computeIfAbsent(part.campaign(), id -> new ArrayList<>()).add(part));
    return byCampaign.values().stream().map(CampaignRows::campaign).toList();
  }

  private static Campaign campaign(List<Stored> parts) {
    Stored itself =
        parts.stream().filter(part -> part.kind().equals("campaign")).findFirst().orElseThrow();
    return new Campaign(
        itself.campaign(),
        itself.organisation(),
        CampaignSheet.of(itself.fields()),
        itself.version(),
        parts.stream()
            .filter(part -> part.kind().equals("material"))
            .map(
                part ->
                    new Campaign.Part<>(
                        part.part(), part.version(), CampaignMaterial.of(part.fields())))
            .toList(),
        parts.stream()
            .filter(part -> part.kind().equals("brief"))
            .map(
                part ->
                    new Campaign.Part<>(
                        part.part(), part.version(), CampaignBrief.of(part.fields())))
            .toList());
  }

  /** Inserts a campaign with its first revision. */
  UUID insert(UUID organisation, CampaignSheet sheet, UUID by) {
    UUID id = identifiers.next();
    db.sql(
            """
            insert into campaign (id, organisation, responsible, measure, money, ends_on, called_off, at)
            values (:id, :organisation, :responsible, :measure, :money, :ends, :off, :now)""")
        .param("id", id)
        .param("organisation", organisation)
        .param("responsible", sheet.responsible())
        .param("measure", sheet.measure())
        .param("money", orNull(sheet.money()))
        .param("ends", sheet.until())
        .param("off", sheet.calledOff())
        .param("now", Columns.now(clock))
        .update();
    // the campaign is a part of itself, under its own identifier
    insertPart(id, id, "campaign", null, null);
    revision(organisation, id, 1, sheet, by);
    return id;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Inserts a material. */
  UUID insert(Campaign campaign, CampaignMaterial material, UUID by) {
    UUID id = identifiers.next();
    insertPart(id, campaign.id(), "material", null, material.until());
    revision(campaign.organisation(), id, 1, material, by);
    return id;
  }

  /** Inserts the text for a country; empty if there is one. */
  Optional<UUID> insert(Campaign campaign, CampaignBrief brief, UUID by) {
    UUID id = identifiers.next();
    if (insertPart(id, campaign.id(), "brief", brief.country(), null) == 0) {
      return Optional.empty();
    }
    revision(campaign.organisation(), id, 1, brief, by);
    return Optional.of(id);
  }

  private int insertPart(
      UUID id, UUID campaign, String kind, @Nullable String country, @Nullable LocalDate until) {
    return db.sql(
            """
            insert into campaign_part (id, campaign, kind, country, rights_until, version)
            values (:id, :campaign, :kind, :country, :until, 1) on conflict do nothing""")
        .param("id", id)
        .param("campaign", campaign)
        .param("kind", kind)
        .param("country", country)
        .param("until", until)
        .update();
  }

  /** Makes a part's next version its current one; false if it has another version, or is gone. */
  boolean change(
      Campaign campaign,
      UUID part,
      int version,
      CampaignText text,
      @Nullable LocalDate until,
      UUID by) {
    int changed =
        db.sql(
                """
                update campaign_part set version = version + 1, rights_until = :until
                where id = :part and campaign = :campaign and version = :version and withdrawn_at is null""")
            .param("until", until)
            .param("part", part)
            .param("campaign", campaign.id())
            .param("version", version)
            .update();
    if (changed == 0) {
      return false;
    }
    revision(campaign.organisation(), part, version + 1, text, by);
    return true;
  }

  /** What the register and the first page ask of a campaign, after its sheet was changed. */
  boolean refer(UUID campaign, CampaignSheet sheet) {
    return db.sql(
                """
                update campaign set responsible = :responsible, measure = :measure, money = :money,
                  ends_on = :ends, called_off = :off where id = :id""")
            .param("responsible", sheet.responsible())
            .param("measure", sheet.measure())
            .param("money", orNull(sheet.money()))
            .param("ends", sheet.until())
            .param("off", sheet.calledOff())
            .param("id", campaign)
            .update()
        > 0;
  }

  private void revision(UUID organisation, UUID part, int number, CampaignText text, UUID by) {
    db.sql(
            """
            insert into campaign_revision (part, number, content, at, by_user)
            values (:part, :number, :content, :now, :by)""")
        .param("part", part)
        .param("number", number)
        .param("content", sealed.seal(organisation, CONTENT, new CampaignFields(text.fields())))
        .param("now", Columns.now(clock))
        .param("by", by)
        .update();
  }

  /** Takes a material out of use; false if it is not in use. */
  boolean withdraw(UUID campaign, UUID part, UUID by) {
    return db.sql(
                """
                update campaign_part set withdrawn_at = :now, withdrawn_by = :by
                where id = :part and campaign = :campaign and kind = 'material' and withdrawn_at is null""")
            .param("now", Columns.now(clock))
            .param("by", by)
            .param("part", part)
            .param("campaign", campaign)
            .update()
        > 0;
  }

  /** Whether a campaign leads to an entry of the register. */
  boolean refersTo(String kind, String id) {
    return db.sql(
                """
                select count(*) from campaign
                where (:kind = 'measure' and measure = :id) or (:kind = 'organisation' and responsible = :id)
                  or money = :reference""")
            .param("kind", kind)
            .param("id", id)
            .param("reference", kind + ":" + id)
            .query(Integer.class)
            .single()
        > 0;
  }
}
