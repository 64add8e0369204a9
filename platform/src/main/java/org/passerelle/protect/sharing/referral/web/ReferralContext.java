package org.passerelle.protect.sharing.referral.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.sharing.enclosure.StoredEnclosures;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.ReferralLink;
import org.passerelle.protect.sharing.referral.ReferralNews;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.protect.sharing.referral.message.MessageReadings;
import org.passerelle.protect.sharing.referral.received.Acceptances;
import org.passerelle.protect.sharing.referral.received.JoinedCases;
import org.passerelle.protect.sharing.referral.received.ReceivedReferral;
import org.springframework.stereotype.Component;

/** Adds content of other packages to the pages of a referral: links to further pages, and news. */
@Component
class ReferralContext {
  private final List<ReferralLink> asides;
  private final ReferralNews news;
  private final Acceptances acceptances;
  private final MessageReadings readings;
  private final JoinedCases joined;
  private final Users users;
  private final EnclosurePanel files;

  ReferralContext(
      List<ReferralLink> asides,
      ReferralNews news,
      Acceptances acceptances,
      MessageReadings readings,
      JoinedCases joined,
      Users users,
      EnclosurePanel files) {
    this.files = files;
    this.users = users;
    this.joined = joined;
    this.readings = readings;
    this.acceptances = acceptances;
    this.asides = List.copyOf(asides);
    this.news = news;
  }

  /** Links to further pages about a sent referral. */
  List<ReferralLink.Way> ways(Referral referral) {
    return asides.stream().flatMap(aside -> aside.of(referral).stream()).toList();
  }

  /** Whether it waits in a letterbox and nobody has opened it. */
  boolean lies(Referral referral) {
    return asides.stream().anyMatch(aside -> aside.lies(referral.id()));
  }

  /** Whether an acceptance can be reversed, as far as this side knows. */
  boolean canUnaccept(ReceivedReferral found) {
    return acceptances.canTakeBack(found);
  }

  /** Cases of the reader's that a received referral may be about. */
  List<Case> known(ReceivedReferral one, Dossier dossier, Act act) {
    return joined.offered(one, dossier, act.who());
  }

  /** Name of the colleague who declined it; empty if nobody did, or it was the reader. */
  String decliner(ReceivedReferral one, Act act) {
    UUID by = one.answeredBy();
    return by == null || by.equals(act.who().user()) || !one.state().equals("declined")
        ? ""
        : users.names(Set.of(by)).getOrDefault(by, "…");
  }

  /** Shows files that can be enclosed. */
  void filesToChoose(Referral draft, Act act) {
    files.toChoose(draft, act);
  }

  /** Shows the enclosures of a sent referral. */
  void filesSent(Referral referral, Act act) {
    files.sent(referral, act);
  }

  /** Enclosures of a received referral. */
  List<StoredEnclosures.Came> filesOf(ReceivedReferral one) {
    return files.came(one);
  }

  /** Shows news of a referral and marks them as seen. */
  void opened(UUID referral, Act act) {
    news.show(referral, act);
  }

  /** Marks messages of the other side as read, which tells it once. */
  void read(UUID referral, UUID other, Act act) {
    readings.read(referral, act.who().organisation(), other);
  }

  /** Marks entries of a list that have news. */
  void marked(Act act) {
    news.mark(act);
  }

  /** Shows that received referrals were deleted, once to each reader. */
  void gone(Act act) {
    news.gone(act);
  }
}
