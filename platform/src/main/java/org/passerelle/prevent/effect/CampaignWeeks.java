package org.passerelle.prevent.effect;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.Days;
import org.passerelle.prevent.campaign.Campaign;
import org.passerelle.prevent.campaign.Campaigns;
import org.passerelle.prevent.tip.TipWeeks;
import org.passerelle.protect.casework.placement.place.NoShelter;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tips and calls to a helpline in the weeks around the beginning of a campaign, which are those of
 * the calendar: weeks that overlap would tell single days by their difference. Thread-safe.
 */
@Service
public class CampaignWeeks {
  /** So many weeks before that of the beginning. */
  public static final int BEFORE = 8;

  /** So many weeks after it. */
  public static final int AFTER = 12;

  /** The most calls of a week. */
  public static final int MOST = 999_999;

  private static final String KIND = "calls";
  private final EffectRows rows;
  private final Campaigns campaigns;
  private final TipWeeks tips;
  private final NoShelter shelter;
  private final AuditLog audit;
  private final Clock clock;

  CampaignWeeks(
      EffectRows rows,
      Campaigns campaigns,
      TipWeeks tips,
      NoShelter shelter,
      AuditLog audit,
      Clock clock) {
    this.rows = rows;
    this.campaigns = campaigns;
    this.tips = tips;
    this.shelter = shelter;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A week.
   *
   * @param monday its first day
   * @param number 0 for the week in which the campaign begins
   * @param isOver whether all of it has passed
   * @param tips tips that arrived, or null if that is not known or not for this reader
   * @param calls calls to the helpline, or null if that is not known
   */
  public record Week(
      LocalDate monday, int number, boolean isOver, @Nullable Long tips, @Nullable Long calls) {}

  /** Whether a reader sees how many tips there were: those of their own organisation. */
  public static boolean seesTips(SignedIn who, Campaign campaign) {
    return who.organisation().equals(campaign.organisation());
  }

  /** The weeks around the beginning of a campaign, the earliest first. */
  @Transactional(readOnly = true)
  public List<Week> of(SignedIn who, Campaign campaign) {
    LocalDate begin = begin(campaign);
    Map<LocalDate, Long> arrived =
        seesTips(who, campaign)
            ? tips.of(campaign.organisation(), begin.minusWeeks(BEFORE), begin.plusWeeks(AFTER))
            : Map.of();
    Optional<Calls> calls = calls(campaign).map(Kept::content);
    List<Week> weeks = new ArrayList<>();
    for (int number = -BEFORE; number <= AFTER; number++) {
      LocalDate monday = begin.plusWeeks(number);
      weeks.add(
          new Week(
              monday,
              number,
              isOver(monday),
              arrived.get(monday),
              calls.flatMap(one -> one.in(monday)).map(Integer::longValue).orElse(null)));
    }
    return weeks;
  }

  private static LocalDate begin(Campaign campaign) {
    return TipWeeks.monday(campaign.sheet().from());
  }

  private boolean isOver(LocalDate monday) {
    return Days.over(monday.plusDays(6), clock.instant());
  }

  /** Mondays of the weeks that are over, whose calls can be entered, the earliest first. */
  public List<LocalDate> over(Campaign campaign) {
    return IntStream.rangeClosed(-BEFORE, AFTER)
        .mapToObj(begin(campaign)::plusWeeks)
        .filter(this::isOver)
        .toList();
  }

  /** The calls as they were entered last. */
  @Transactional(readOnly = true)
  public Optional<Kept<Calls>> calls(Campaign campaign) {
    return rows.current(campaign, KIND, Calls.class).stream().findFirst();
  }

  /**
   * Enters the calls of all weeks; what was entered before stays as an earlier version.
   *
   * @param version when the form was opened, 0 if nothing was entered
   * @throws ChangedMeanwhile if a colleague entered calls since
   * @throws Refused if there is no number, or one of a week that is not over, or a shelter is named
   */
  @Transactional
  public void enter(SignedIn who, UUID id, int version, Calls calls) {
    Campaign campaign = campaigns.find(id);
    List<String> over = over(campaign).stream().map(LocalDate::toString).toList();
    if (calls.weeks().isEmpty() || !over.containsAll(calls.weeks().keySet())) {
      throw new Refused("effect.refused.calls").at("line");
    }
    shelter.check(
        Map.of("line", calls.line(), "source", calls.source()),
        who.organisation(),
        campaign.organisation());
    // the calls of a campaign are kept under its own identifier, so that there is one sheet
    boolean entered =
        version == 0
            ? rows.insert(id, campaign, KIND, calls, who.user())
            : rows.replace(id, campaign, version, calls, who.user());
    if (!entered) {
      throw new ChangedMeanwhile(version, calls(campaign).map(Kept::version).orElse(0));
    }
    audit.write(who, "campaign.calls-entered", "campaign", id, Map.of());
  }
}
