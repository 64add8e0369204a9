package org.passerelle.prevent.channel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Days;
import org.passerelle.prevent.tip.PartnerTips;
import org.passerelle.prevent.tip.Tip;
import org.passerelle.prevent.tip.TipPace;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.KeyedMarks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a partner does with its token: sends a report, and asks what became of its own. Token,
 * channel and partnership are asked at each act, so that what was withdrawn is refused at once.
 * Thread-safe.
 */
@Service
public class ChannelDoor {
  /** What became of a report that is closed. */
  public static final List<String> OUTCOMES = List.of("acted", "not_enough", "passed_on");

  /** Fingerprints of reports are compared with nothing else. */
  private static final String PURPOSE = "channel";

  private static final int LONGEST_TOKEN = 100;
  private static final int MARK_BYTES = 32;

  /** Outcomes of tips after which something was done. */
  private static final List<String> ACTED = List.of("screening", "advised");

  private final ChannelRows rows;
  private final Partnerships partnerships;
  private final PartnerTips tips;
  private final TipPace pace;
  private final KeyedMarks marks;
  private final Clock clock;
  private final TransactionTemplate transaction;

  ChannelDoor(
      ChannelRows rows,
      Partnerships partnerships,
      PartnerTips tips,
      TipPace pace,
      KeyedMarks marks,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.partnerships = partnerships;
    this.tips = tips;
    this.pace = pace;
    this.marks = marks;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Enters with a token.
   *
   * @param network from where; it is counted in memory only
   * @throws Refused if the token is unknown or withdrawn, or the channel no longer holds
   */
  public ChannelVisit enter(String token, String network) {
    String place = "channel " + network;
    if (!pace.mayTry(place)) {
      throw new Refused("channel.refused.tries");
    }
    Optional<ChannelRows.Held> held =
        token.length() > LONGEST_TOKEN ? Optional.empty() : rows.byDigest(Channels.digest(token));
    if (held.isEmpty()) {
      pace.wrong(place);
      throw new Refused("channel.refused.token");
    }
    return within(
        () -> {
          ChannelPartner partner = checked(held.get().partner(), held.get().token());
          rows.used(held.get().token(), Days.newest(clock.instant()));
          return new ChannelVisit(
              partner.id(), held.get().token(), partner.name(), partner.sector());
        });
  }

  private <T> T within(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }

  /** The partner, held until the end of the transaction, while everything still holds. */
  private ChannelPartner checked(UUID id, UUID token) {
    ChannelPartner partner = rows.hold(id);
    if (partner.isEnded()) {
      throw new Refused("channel.refused.ended");
    }
    if (rows.token(token).filter(held -> !held.withdrawn()).isEmpty()) {
      throw new Refused("channel.refused.withdrawn");
    }
    if (!partnerships.isInForce(partner.partnership())) {
      throw new Refused("channel.refused.agreement");
    }
    return partner;
  }

  /**
   * Sends a report, once for each key.
   *
   * @param key chosen by the partner, anew for each report
   * @return the identifier by which the partner asks what became of it
   * @throws Refused if the channel no longer holds, the key was used for another report, or too
   *     many came
   */
  public UUID send(ChannelVisit visit, UUID key, ReportForms.Report report) {
    return within(
        () -> {
          ChannelPartner partner = checked(visit.partner(), visit.token());
          String mark = marks.mark(partner.organisation(), PURPOSE, report.whole(), MARK_BYTES);
          Optional<SentReport> before = rows.byKey(partner.id(), key);
          if (before.isPresent()) {
            if (!before.get().mark().equals(mark)) {
              throw new Refused("channel.refused.key");
            }
            return before.get().id();
          }
          if (!pace.takeOfPartner(partner.id())) {
            throw new Refused("channel.refused.pace", TipPace.OF_A_PARTNER);
          }
          UUID tip =
              tips.arrive(
                  partner.organisation(),
                  new PartnerTips.From(partner.id(), partner.sector()),
                  report.content(),
                  report.danger());
          return rows.report(partner.id(), tip, key, mark, report.form());
        });
  }

  /**
   * What a partner may know of its report: nothing about persons, nor who does what.
   *
   * @param received the day of its arrival
   * @param state {@code received}, {@code looked_at} or {@code closed}
   * @param outcome one of {@link #OUTCOMES} once it is closed, or null
   */
  public record Told(
      UUID id, LocalDate received, String form, String state, @Nullable String outcome) {}

  /**
   * What became of one of the partner's own reports.
   *
   * @throws NotFound if it is none, or was deleted after its time
   * @throws Refused if the channel no longer holds
   */
  public Told told(ChannelVisit visit, UUID id) {
    return within(
        () -> {
          ChannelPartner partner = checked(visit.partner(), visit.token());
          return rows.report(partner.id(), id)
              .map(report -> told(partner, report))
              .orElseThrow(NotFound::new);
        });
  }

  /** The newest of the partner's own reports. */
  public List<Told> told(ChannelVisit visit) {
    return within(
        () -> {
          ChannelPartner partner = checked(visit.partner(), visit.token());
          return rows.reports(partner.id()).stream().map(report -> told(partner, report)).toList();
        });
  }

  private Told told(ChannelPartner partner, SentReport report) {
    Tip tip = tips.find(report.tip());
    LocalDate day = Days.newest(report.at());
    String outcome = outcome(partner, report, tip);
    String open = tip.isUnread() ? "received" : "looked_at";
    String state = outcome == null ? open : "closed";
    return new Told(report.id(), day, report.form(), state, outcome);
  }

  /** What another organisation does with it is not told. */
  private static @Nullable String outcome(ChannelPartner partner, SentReport report, Tip tip) {
    if (!tip.organisation().equals(partner.organisation())) {
      return "passed_on";
    }
    if (!tip.isClosed()) {
      return null;
    }
    String chosen = report.feedback();
    if (chosen != null) {
      return chosen;
    }
    String how = tip.outcome();
    return how != null && ACTED.contains(how) ? "acted" : "not_enough";
  }
}
