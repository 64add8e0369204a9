package org.passerelle.protect.news;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.cases.CaseJournal;
import org.passerelle.protect.referral.MessageWithoutCase;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Something changed in what is yours: what another organisation did with a referral or a hand-over,
 * for everybody on the team of the case, until each has seen it. Whatever the journal writes as
 * done by others is news; nobody else says so, so that the first page, the lists and the case can
 * say nothing different.
 */
@Service
public class News {
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
    rows.keep(written.organisation(), written.referral(), written.kind(), null, "");
  }

  /** The same about a referral of which its recipient has made no case. */
  @Transactional
  public void loose(UUID organisation, UUID subject, String kind, String detail) {
    rows.keep(organisation, subject, kind, null, detail);
  }

  /**
   * What the reader has not seen, the newest first: of their cases, and of what they may answer.
   */
  @Transactional(readOnly = true)
  public List<Fresh> unseen(SignedIn who, int most) {
    boolean contact = who.is(Role.FOCAL_POINT, Role.SUPERVISOR);
    return Stream.concat(
            rows.own(who, most).stream(),
            who.is(TAKE_IN) ? rows.loose(who, contact, most).stream() : Stream.of())
        .sorted((a, b) -> b.at().compareTo(a.at()))
        .limit(most)
        .toList();
  }

  /**
   * What is marked in lists.
   *
   * @param subjects referrals in which something is new
   * @param cases to which they belong
   */
  public record Marks(Set<UUID> subjects, Set<UUID> cases) {
    public Marks {
      subjects = Set.copyOf(subjects);
      cases = Set.copyOf(cases);
    }
  }

  /** What is marked for the reader. */
  @Transactional(readOnly = true)
  public Marks marks(SignedIn who) {
    Set<UUID> subjects = new LinkedHashSet<>();
    Set<UUID> cases = new HashSet<>();
    for (Fresh one : unseen(who, NewsRows.MARKED)) {
      subjects.add(one.subject());
      UUID caseId = one.caseId();
      if (caseId != null) {
        cases.add(caseId);
      }
    }
    return new Marks(subjects, cases);
  }

  /** What is new in one of the reader's cases, the newest first. */
  @Transactional(readOnly = true)
  public List<Fresh> ofCase(UUID caseId, SignedIn who) {
    return rows.own(who, NewsRows.MARKED).stream().filter(n -> caseId.equals(n.caseId())).toList();
  }

  /** The reader looks at a referral: what was new in it, which is seen from now on. */
  @Transactional
  public List<Fresh> seen(UUID subject, SignedIn who) {
    List<Fresh> fresh =
        unseen(who, NewsRows.MARKED).stream().filter(n -> n.subject().equals(subject)).toList();
    if (!fresh.isEmpty()) {
      rows.seen(subject, who);
    }
    return fresh;
  }
}
