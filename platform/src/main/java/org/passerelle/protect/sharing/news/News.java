package org.passerelle.protect.sharing.news;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.list.UnseenCases;
import org.passerelle.protect.sharing.referral.ReferralGone;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.message.MessageWithoutCase;
import org.passerelle.protect.sharing.referral.received.ReferralTakenIn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * News for the team of a case: changes by another organisation to a referral or hand-over, until
 * each member has seen them. All news come from journal entries about acts of others, so that the
 * Today page, the lists and the case always agree; without a case there is no journal, and whoever
 * may answer is told.
 */
@Service
public class News implements UnseenCases {
  private static final Role[] TAKE_IN = {
    Role.CASE_MANAGER, Role.SUPERVISOR, Role.PLACEMENT_OFFICER, Role.FOCAL_POINT, Role.PROSECUTOR
  };
  private final NewsRows rows;

  News(NewsRows rows) {
    this.rows = rows;
  }

  @EventListener
  void on(CaseJournal.Happened happened) {
    UUID subject = happened.subject();
    if (happened.organisation() == null
        && subject != null
        && NewsKinds.ALL.contains(happened.kind())) {
      rows.ofCase(happened.caseId(), subject, happened.kind(), happened.code());
    }
  }

  @EventListener
  void on(MessageWithoutCase written) {
    loose(written.organisation(), written.referral(), written.kind(), "");
  }

  @EventListener
  void on(ReferralTakenIn taken) {
    rows.ofReferral(taken.referral(), taken.organisation(), taken.caseId());
  }

  /**
   * The sender of a received referral erased the person. What it had reported goes as well; those
   * who had to answer are told who took a referral back, and nothing else, unless they have read
   * before that it was taken back.
   */
  @EventListener
  void on(ReferralGone gone) {
    if (gone.waited()) {
      rows.gone(gone, gone.handOver() ? Referrals.HAND_OVER : "");
    }
    rows.forget(gone.referral(), gone.organisation());
  }

  /** The same about a referral of which its recipient has made no case. */
  @Transactional
  public void loose(UUID organisation, UUID subject, String kind, String detail) {
    rows.keep(organisation, subject, kind, null, detail);
  }

  /**
   * News that the reader has not seen, newest first: about their cases, and about referrals that
   * they may answer.
   */
  @Transactional(readOnly = true)
  public List<UnseenChange> unseen(SignedIn who, int most) {
    boolean contact = who.is(Role.FOCAL_POINT, Role.SUPERVISOR);
    return Stream.concat(
            rows.own(who, most).stream(),
            who.is(TAKE_IN) ? rows.loose(who, contact, most).stream() : Stream.of())
        .sorted((a, b) -> b.at().compareTo(a.at()))
        .limit(most)
        .toList();
  }

  /**
   * Entries to be marked in lists.
   *
   * @param subjects referrals with news
   * @param cases their cases
   */
  public record Marks(Set<UUID> subjects, Set<UUID> cases) {
    public Marks {
      subjects = Set.copyOf(subjects);
      cases = Set.copyOf(cases);
    }
  }

  /** Entries to be marked for the reader. */
  @Transactional(readOnly = true)
  public Marks marks(SignedIn who) {
    Set<UUID> subjects = new LinkedHashSet<>();
    Set<UUID> cases = new HashSet<>();
    for (UnseenChange one : unseen(who, NewsRows.MARKED)) {
      subjects.add(one.subject());
      UUID caseId = one.caseId();
      if (caseId != null) {
        cases.add(caseId);
      }
    }
    return new Marks(subjects, cases);
  }

  @Override
  @Transactional(readOnly = true)
  public Set<UUID> cases(SignedIn who) {
    return marks(who).cases();
  }

  /** News in one of the reader's cases, newest first. */
  @Transactional(readOnly = true)
  public List<UnseenChange> ofCase(UUID caseId, SignedIn who) {
    return rows.own(who, NewsRows.MARKED).stream().filter(n -> caseId.equals(n.caseId())).toList();
  }

  /** Returns news of a referral and marks them as seen by the reader. */
  @Transactional
  public List<UnseenChange> seen(UUID subject, SignedIn who) {
    return seen(n -> n.subject().equals(subject), who);
  }

  /** The same for referrals that were deleted, since their senders erased the person. */
  @Transactional
  public List<UnseenChange> seenGone(SignedIn who) {
    return seen(UnseenChange::gone, who);
  }

  private List<UnseenChange> seen(Predicate<UnseenChange> which, SignedIn who) {
    List<UnseenChange> fresh = unseen(who, NewsRows.MARKED).stream().filter(which).toList();
    fresh.stream()
        .map(UnseenChange::subject)
        .distinct()
        .forEach(subject -> rows.seen(subject, who));
    return fresh;
  }
}
