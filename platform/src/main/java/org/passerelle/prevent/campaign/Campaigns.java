package org.passerelle.prevent.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.placement.place.NoShelter;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Campaigns of the node with their materials and what countries of origin need to know. Everybody
 * who works with the strategy reads them, programme managers write. Thread-safe.
 */
@Service
public class Campaigns {
  private static final String SUBJECT = "campaign";
  private final CampaignRows rows;
  private final CampaignLinks links;
  private final NoShelter shelter;
  private final AuditLog audit;

  Campaigns(CampaignRows rows, CampaignLinks links, NoShelter shelter, AuditLog audit) {
    this.rows = rows;
    this.links = links;
    this.shelter = shelter;
    this.audit = audit;
  }

  /** Whether the user changes campaigns; others read them. */
  public static boolean keeps(SignedIn who) {
    return who.is(Role.PROGRAMME_MANAGER);
  }

  /** All campaigns of the node, the one that ends last first. */
  @Transactional(readOnly = true)
  public List<Campaign> list() {
    return rows.all();
  }

  /**
   * A campaign.
   *
   * @throws NotFound if there is none
   */
  @Transactional(readOnly = true)
  public Campaign find(UUID id) {
    return rows.find(id).orElseThrow(NotFound::new);
  }

  /** A material in use. */
  @Transactional(readOnly = true)
  public Campaign.Part<CampaignMaterial> material(UUID campaign, UUID part) {
    return in(find(campaign).materials(), part);
  }

  /** What a country needs to know. */
  @Transactional(readOnly = true)
  public Campaign.Part<CampaignBrief> brief(UUID campaign, UUID part) {
    return in(find(campaign).briefs(), part);
  }

  private static <T extends CampaignText> Campaign.Part<T> in(
      List<Campaign.Part<T>> parts, UUID id) {
    return parts.stream()
        .filter(part -> part.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Enters a campaign.
   *
   * @throws Refused if it ends before it begins, leads to nothing in the register, or names a
   *     shelter
   */
  @Transactional
  public UUID enter(SignedIn who, CampaignSheet sheet) {
    check(who, sheet, who.organisation());
    UUID id = rows.insert(who.organisation(), sheet, who.user());
    audit.write(who, "campaign.entered", SUBJECT, id, Map.of());
    return id;
  }

  /**
   * Changes a campaign.
   *
   * @param version when its form was opened
   * @throws ChangedMeanwhile if a colleague changed it since
   */
  @Transactional
  public void change(SignedIn who, UUID id, int version, CampaignSheet sheet) {
    Campaign campaign = find(id);
    check(who, sheet, campaign.organisation());
    change(who, campaign, id, version, sheet, null);
    if (!rows.refer(id, sheet)) {
      throw new NotFound();
    }
    audit.write(who, "campaign.changed", SUBJECT, id, Map.of());
  }

  private void check(SignedIn who, CampaignSheet sheet, UUID organisation) {
    if (sheet.until().isBefore(sheet.from())) {
      throw new Refused("campaign.refused.period").at("until");
    }
    links.check(sheet);
    shelter.check(sheet.words(), who.organisation(), organisation);
  }

  private void change(
      SignedIn who,
      Campaign campaign,
      UUID part,
      int version,
      CampaignText text,
      @Nullable LocalDate until) {
    if (!rows.change(campaign, part, version, text, until, who.user())) {
      throw new ChangedMeanwhile(version, current(campaign.id(), part));
    }
  }

  private int current(UUID id, UUID part) {
    Campaign now = find(id);
    Optional<Integer> of =
        part.equals(id)
            ? Optional.of(now.version())
            : Stream.concat(now.materials().stream(), now.briefs().stream())
                .filter(one -> one.id().equals(part))
                .map(Campaign.Part::version)
                .findFirst();
    return of.orElseThrow(NotFound::new);
  }

  /** Adds a material. */
  @Transactional
  public UUID addMaterial(SignedIn who, UUID id, CampaignMaterial material) {
    Campaign campaign = find(id);
    check(who, campaign, material);
    UUID part = rows.insert(campaign, material, who.user());
    audit.write(who, "campaign.material-entered", SUBJECT, id, Map.of("part", part.toString()));
    return part;
  }

  /**
   * Changes a material.
   *
   * @throws ChangedMeanwhile if a colleague changed it since
   * @throws NotFound if it is no longer in use
   */
  @Transactional
  public void changeMaterial(
      SignedIn who, UUID id, UUID part, int version, CampaignMaterial material) {
    Campaign campaign = find(id);
    in(campaign.materials(), part);
    check(who, campaign, material);
    change(who, campaign, part, version, material, material.until());
    audit.write(who, "campaign.material-changed", SUBJECT, id, Map.of("part", part.toString()));
  }

  private void check(SignedIn who, Campaign campaign, CampaignMaterial material) {
    if (material.versions().isEmpty()) {
      throw new Refused("campaign.refused.version").at("versions");
    }
    if (!material.basis().equals("own") && material.basisWords().isEmpty()) {
      throw new Refused("campaign.refused.basis").at("basis-words");
    }
    shelter.check(material.words(), who.organisation(), campaign.organisation());
  }

  /** Takes a material out of use; it stays in the history. */
  @Transactional
  public void withdraw(SignedIn who, UUID id, UUID part) {
    if (!rows.withdraw(id, part, who.user())) {
      throw new NotFound();
    }
    audit.write(who, "campaign.material-withdrawn", SUBJECT, id, Map.of("part", part.toString()));
  }

  /**
   * Adds what a country needs to know.
   *
   * @throws Refused if there is a text for this country
   */
  @Transactional
  public UUID addBrief(SignedIn who, UUID id, CampaignBrief brief) {
    Campaign campaign = find(id);
    shelter.check(brief.words(), who.organisation(), campaign.organisation());
    UUID part =
        rows.insert(campaign, brief, who.user())
            .orElseThrow(() -> new Refused("campaign.refused.country").at("country"));
    audit.write(who, "campaign.brief-entered", SUBJECT, id, Map.of("country", brief.country()));
    return part;
  }

  /**
   * Changes what a country needs to know; the country stays.
   *
   * @throws ChangedMeanwhile if a colleague changed it since
   */
  @Transactional
  public void changeBrief(SignedIn who, UUID id, UUID part, int version, String text) {
    Campaign campaign = find(id);
    CampaignBrief brief = new CampaignBrief(in(campaign.briefs(), part).text().country(), text);
    shelter.check(brief.words(), who.organisation(), campaign.organisation());
    change(who, campaign, part, version, brief, null);
    audit.write(who, "campaign.brief-changed", SUBJECT, id, Map.of("country", brief.country()));
  }
}
