package org.passerelle.protect.referral.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.enclosure.CameFiles;
import org.passerelle.protect.referral.Acceptances;
import org.passerelle.protect.referral.Dossier;
import org.passerelle.protect.referral.JoinedCases;
import org.passerelle.protect.referral.MessageReadings;
import org.passerelle.protect.referral.ReceivedReferral;
import org.passerelle.protect.referral.Referral;
import org.passerelle.protect.referral.ReferralAside;
import org.passerelle.protect.referral.ReferralNews;
import org.springframework.stereotype.Component;

/** What other parts of the room say beside a referral: where there is more, and what is new. */
@Component
class ReferralBeside {
  private final List<ReferralAside> asides;
  private final ReferralNews news;
  private final Acceptances acceptances;
  private final MessageReadings readings;
  private final JoinedCases joined;
  private final Users users;
  private final FilesBeside files;

  ReferralBeside(
      List<ReferralAside> asides,
      ReferralNews news,
      Acceptances acceptances,
      MessageReadings readings,
      JoinedCases joined,
      Users users,
      FilesBeside files) {
    this.files = files;
    this.users = users;
    this.joined = joined;
    this.readings = readings;
    this.acceptances = acceptances;
    this.asides = List.copyOf(asides);
    this.news = news;
  }

  /** Where more is said of a referral that was sent. */
  List<ReferralAside.Way> ways(Referral referral) {
    return asides.stream().flatMap(aside -> aside.of(referral).stream()).toList();
  }

  /** Whether nobody of its recipient has opened what lies there. */
  boolean lies(Referral referral) {
    return asides.stream().anyMatch(aside -> aside.lies(referral.id()));
  }

  /** Whether an acceptance can be taken back, as far as this side knows. */
  boolean canUnaccept(ReceivedReferral found) {
    return acceptances.canTakeBack(found);
  }

  /** Cases of the reader's that what arrived may be about. */
  List<Case> known(ReceivedReferral one, Dossier dossier, Act act) {
    return joined.offered(one, dossier, act.who());
  }

  /** Which colleague declined it; empty where nobody did, or the reader. */
  String decliner(ReceivedReferral one, Act act) {
    UUID by = one.answeredBy();
    return by == null || by.equals(act.who().user()) || !one.state().equals("declined")
        ? ""
        : users.names(Set.of(by)).getOrDefault(by, "…");
  }

  /** Files that can go along, for choosing. */
  void filesToChoose(Referral draft, Act act) {
    files.toChoose(draft, act);
  }

  /** Files that went along. */
  void filesSent(Referral referral, Act act) {
    files.sent(referral, act);
  }

  /** Files that came with it. */
  List<CameFiles.Came> filesOf(ReceivedReferral one) {
    return files.came(one);
  }

  /** What is new in a referral that its reader opens. */
  void opened(UUID referral, Act act) {
    news.show(referral, act);
  }

  /** Its reader reads what the other side wrote, who is told once. */
  void read(UUID referral, UUID other, Act act) {
    readings.read(referral, act.who().organisation(), other);
  }

  /** Which of a list have something new. */
  void marked(Act act) {
    news.mark(act);
  }
}
